using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Generic;

/// <summary>Reads <c>alarm</c>, <c>active</c> and <c>severity</c> of a rule.</summary>
internal static class MapAlarmReader
{
    /// <param name="rule">The rule.</param>
    /// <param name="topic">Its topic.</param>
    /// <param name="isNeeded">False when nobody knows whether the rule is one of alarms: its kind is wrong.</param>
    public static MapAlarm Read(SettingsReader rule, TopicPattern? topic, bool isNeeded)
    {
        string name = isNeeded ? MapParts.RequiredName(rule, "alarm", MapWords.WriteAnAlarm) : rule.Text("alarm") ?? string.Empty;
        var active = rule.Section("active") is { } section ? Active(section, topic) : null;
        return new MapAlarm(name, active, Severity(rule, topic));
    }

    private static MapActive Active(SettingsReader section, TopicPattern? topic)
    {
        var read = new MapActive(MapParts.RequiredPath(section, "path", topic), MapValueReader.Flag(section));
        section.Finish();
        return read;
    }

    private static MapText Severity(SettingsReader rule, TopicPattern? topic)
    {
        if (!rule.Has("severity") || rule.IsText("severity"))
        {
            return new MapText { Constant = rule.Choice("severity", MapSeverity.Major, MapSeverity.All.ToDictionary(word => word)) };
        }

        var section = rule.Section("severity")!;
        var path = MapParts.RequiredPath(section, "path", topic);
        var texts = MapParts.Texts(section, "texts");
        MapParts.Refuse(section, texts is null || texts.Values.Except(MapSeverity.All).Any(), "texts", "not-severities", MapWords.NotASeverity, MapWords.WriteASeverity);
        section.Finish();
        return new MapText { Path = path, Texts = texts ?? new Dictionary<string, string>() };
    }
}
