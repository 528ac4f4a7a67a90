using System.Globalization;
using System.Text.RegularExpressions;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Configuration;

/// <summary>An offset from UTC as <c>"+08:00"</c>.</summary>
internal static partial class ZoneReader
{
    private static readonly TimeSpan s_most = TimeSpan.FromHours(14);

    public static TimeSpan Read(SettingsReader device, string name, TimeSpan otherwise)
    {
        if (device.Text(name) is not { } text)
        {
            return otherwise;
        }

        var shape = Shape().Match(text);
        var offset = shape.Success ? TimeSpan.Parse(shape.Groups["time"].Value, CultureInfo.InvariantCulture) : TimeSpan.MaxValue;
        if (offset > s_most)
        {
            device.Wrong(name, "not-a-zone", ConfigurationWords.NotAZone, ConfigurationWords.WriteAZone);
            return otherwise;
        }

        return text[0] == '-' ? -offset : offset;
    }

    [GeneratedRegex("^[+-](?<time>[01][0-9]:[0-5][0-9])\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
