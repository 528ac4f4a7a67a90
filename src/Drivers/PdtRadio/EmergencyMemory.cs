using System.Globalization;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Standing emergencies as a text: radio, kind and seconds since 1970, a line each.</summary>
internal static class EmergencyMemory
{
    private const int LongestLine = 48;

    public static string Write(IEnumerable<(long? Radio, string Kind, DateTimeOffset At)> standing) => string.Join(
        '\n',
        standing.OrderByDescending(one => one.At).Take(IDeviceMemory.LongestValue / LongestLine)
            .Select(one => FormattableString.Invariant($"{one.Radio ?? -1} {one.Kind} {one.At.ToUnixTimeSeconds()}")));

    public static IEnumerable<(long? Radio, string Kind, DateTimeOffset At)> Read(string? remembered)
    {
        foreach (string line in (remembered ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(' ') is [var radio, EmergencySign.Alarm or EmergencySign.Call or EmergencySign.ManDown, var at] parts
                && long.TryParse(radio, CultureInfo.InvariantCulture, out long id)
                && long.TryParse(at, CultureInfo.InvariantCulture, out long seconds) && seconds is >= 0 and < 100_000_000_000)
            {
                yield return (id < 0 ? null : id, parts[1], DateTimeOffset.FromUnixTimeSeconds(seconds));
            }
        }
    }
}
