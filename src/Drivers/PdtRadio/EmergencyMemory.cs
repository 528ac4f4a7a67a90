using System.Globalization;
using System.Text;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>
/// Emergencies as a text, a line each: radio, kind, seconds since 1970, turn, <c>stands</c> or <c>over</c>; for who did not say his id
/// a dash, and behind the rest device, slot and whether it is the radio at hand. Those that are over stay for a while: a device whose
/// memory missed the end must not bring them back, and the keys of the next one differ.
/// </summary>
internal static class EmergencyMemory
{
    private const int MostOver = 64;

    public static string Write(IReadOnlyCollection<RememberedEmergency> all)
    {
        var text = new StringBuilder();
        foreach (string line in Newest(all, over: false).Concat(Newest(all, over: true).Take(MostOver)).Select(Line))
        {
            if (text.Length + line.Length >= IDeviceMemory.LongestValue)
            {
                break;
            }

            text.Append(text.Length > 0 ? "\n" : string.Empty).Append(line);
        }

        return text.ToString();
    }

    public static IEnumerable<RememberedEmergency> Read(string? remembered) =>
        (remembered ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Emergency).OfType<RememberedEmergency>();

    private static IEnumerable<RememberedEmergency> Newest(IEnumerable<RememberedEmergency> all, bool over) =>
        all.Where(one => one.Over == over).OrderByDescending(one => one.At);

    private static string Line(RememberedEmergency one)
    {
        string line = FormattableString.Invariant($"{Number(one.Caller.Radio)} {one.Kind} {one.At.ToUnixTimeSeconds()} {one.Turn} {(one.Over ? "over" : "stands")}");
        return one.Caller.Radio is not null ? line
            : FormattableString.Invariant($"{line} {one.Caller.Device ?? "-"} {Number(one.Caller.Slot)} {(one.Caller.IsOwn ? "own" : "other")}");
    }

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static RememberedEmergency? Emergency(string line) =>
        line.Split(' ') is [var radio, EmergencySign.Alarm or EmergencySign.Call or EmergencySign.ManDown, var at, var turn, "stands" or "over", .. var who] parts
        && Caller(radio, who) is { } caller
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds < 100_000_000_000
        && int.TryParse(turn, NumberStyles.None, CultureInfo.InvariantCulture, out int turns)
            ? new RememberedEmergency(caller, parts[1], DateTimeOffset.FromUnixTimeSeconds(seconds), turns, parts[4] == "over")
            : null;

    private static EmergencyCaller? Caller(string radio, string[] who) => (radio, who) switch
    {
        ("-", [var device, var slot, "own" or "other"]) => new EmergencyCaller(null, device == "-" ? null : device, int.TryParse(slot, CultureInfo.InvariantCulture, out int number) ? number : null, who[2] == "own"),
        (_, []) when long.TryParse(radio, NumberStyles.None, CultureInfo.InvariantCulture, out long id) => new EmergencyCaller(id),
        _ => null,
    };
}
