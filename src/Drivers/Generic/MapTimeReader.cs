using System.Globalization;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Generic;

/// <summary>Reads <c>time</c> of a rule.</summary>
internal static class MapTimeReader
{
    private static readonly Dictionary<string, MapTimeForm> s_forms = new(StringComparer.Ordinal)
    {
        ["iso"] = MapTimeForm.Iso,
        ["unix"] = MapTimeForm.Unix,
        ["unix-ms"] = MapTimeForm.UnixMs,
    };

    public static MapTime Read(SettingsReader time, TopicPattern? topic)
    {
        string format = time.Text("format") ?? "iso";
        bool isNamed = s_forms.TryGetValue(format, out var form);
        MapParts.Refuse(time, !isNamed && !MapTime.IsPattern(format), "format", "not-a-pattern", MapWords.NotAPattern, MapWords.WriteAPattern);
        var read = new MapTime
        {
            Path = MapParts.RequiredPath(time, "path", topic),
            Form = isNamed ? form : MapTimeForm.Pattern,
            Pattern = isNamed ? string.Empty : format,
            Zone = Zone(time),
        };
        time.Finish();
        return read;
    }

    private static TimeSpan? Zone(SettingsReader time)
    {
        if (time.Text("zone") is not { } text)
        {
            return null;
        }

        bool right = TryZone(text, out var zone);
        MapParts.Refuse(time, !right, "zone", "not-a-zone", MapWords.NotAZone, MapWords.WriteAZone);
        return right ? zone : null;
    }

    /// <param name="text">As <c>+08:00</c>.</param>
    /// <param name="zone">What is added to UTC.</param>
    public static bool TryZone(string text, out TimeSpan zone)
    {
        bool right = DateTimeOffset.TryParseExact("2026-11-22T00:00:00" + text, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment);
        zone = moment.Offset;
        return right && text.Length == "+08:00".Length;
    }
}
