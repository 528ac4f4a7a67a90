using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Sensors;

namespace EdgeGateway.Drivers.Generic;

/// <summary>Reads one rule of a map.</summary>
internal static class MapRuleReader
{
    private static readonly Dictionary<string, MapKind?> s_kinds = new(StringComparer.Ordinal)
    {
        [SensorReadingBody.KindName] = MapKind.Reading,
        [SensorEventBody.KindName] = MapKind.Event,
        [SensorAlarmBody.KindName] = MapKind.Alarm,
        ["ignore"] = MapKind.Ignore,
    };

    private static readonly Dictionary<string, Lane?> s_lanes = new(StringComparer.Ordinal)
    {
        ["telemetry"] = Lane.Telemetry,
        ["event"] = Lane.Event,
        ["alarm"] = Lane.Alarm,
    };

    public static MapRule Read(SettingsReader rule)
    {
        var topic = Topic(rule);
        rule.RequiredText("kind", SettingsWords.OneOf(s_kinds.Keys, null));
        var kind = rule.Choice("kind", null, s_kinds);
        var read = new MapRule
        {
            Topic = topic,
            When = Conditions(rule, topic),
            Each = MapParts.Path(rule, "each", topic),
            Kind = kind ?? MapKind.Reading,
        };
        read = kind == MapKind.Ignore ? Ignored(rule, read) : Making(rule, read, isKnown: kind is not null);
        rule.Finish();
        return read;
    }

    private static MapRule Ignored(SettingsReader rule, MapRule read)
    {
        MapParts.RefuseAll(rule, MapWords.NotForIgnored, "lane", "type", "name", "values", "time", "nativeId", "alarm", "active", "severity", "position");
        return read;
    }

    private static MapRule Making(SettingsReader rule, MapRule read, bool isKnown)
    {
        bool isAlarm = read.Kind == MapKind.Alarm;
        if (isKnown && !isAlarm)
        {
            MapParts.RefuseAll(rule, MapWords.OnlyAlarms, "alarm", "active", "severity");
        }

        var values = Values(rule, read.Topic);
        MapParts.Refuse(rule, isKnown && read.Kind == MapKind.Reading && values.Count == 0, "values", "nothing-made", MapWords.NothingMade, MapWords.WriteValues);
        return read with
        {
            Lane = rule.Choice("lane", null, s_lanes),
            Type = MapParts.RequiredName(rule, "type", MapWords.WriteAName),
            Name = MapTextReader.Name(rule, "name", read.Topic),
            Values = values,
            Time = rule.Section("time") is { } time ? MapTimeReader.Read(time, read.Topic) : null,
            NativeId = MapParts.Paths(rule, "nativeId", read.Topic, MapRule.MostNativeIdPaths),
            Alarm = isAlarm || !isKnown ? MapAlarmReader.Read(rule, read.Topic, isAlarm) : null,
            Position = rule.Section("position") is { } position ? Position(position, read.Topic) : null,
        };
    }

    private static TopicPattern? Topic(SettingsReader rule)
    {
        if (rule.Text("topic") is not { } text)
        {
            return null;
        }

        var topic = TopicPattern.Parse(text);
        MapParts.Refuse(rule, topic is null, "topic", "not-a-topic", MapWords.NotATopic, MapWords.WriteATopic);
        return topic;
    }

    private static List<MapCondition> Conditions(SettingsReader rule, TopicPattern? topic)
    {
        var items = rule.Items("when");
        MapParts.Refuse(rule, items.Count > MapRule.MostConditions, "when", "too-many", MapWords.TooMany, MapWords.AtMost(MapRule.MostConditions));
        return [.. items.Take(MapRule.MostConditions).Select(item => Condition(item, topic))];
    }

    private static MapCondition Condition(SettingsReader item, TopicPattern? topic)
    {
        var path = MapParts.RequiredPath(item, "path", topic);
        bool? exists = item.Has("exists") ? item.Flag("exists", true) : null;
        string? equal = MapParts.Literal(item, "equals");
        var among = MapParts.Literals(item, "in");
        int written = ((string[])["exists", "equals", "in"]).Count(item.Has);
        MapParts.Refuse(item, written != 1, null, "not-one-condition", MapWords.OneCondition, MapWords.WriteOneCondition);
        item.Finish();
        return new MapCondition(path, exists, equal is null ? among : [equal]);
    }

    private static List<MapValue> Values(SettingsReader rule, TopicPattern? topic)
    {
        var items = rule.Items("values");
        MapParts.Refuse(rule, items.Count > MapRule.MostValues, "values", "too-many", MapWords.TooMany, MapWords.AtMost(MapRule.MostValues));
        var names = new HashSet<string>(StringComparer.Ordinal);
        var values = new List<MapValue>();
        foreach (var item in items.Take(MapRule.MostValues))
        {
            var value = MapValueReader.Read(item, topic);
            MapParts.Refuse(item, value.Name.Length > 0 && !names.Add(value.Name), "name", "twice", MapWords.TwiceInRule, MapWords.OtherName);
            item.Finish();
            values.Add(value);
        }

        return values;
    }

    private static MapPosition Position(SettingsReader position, TopicPattern? topic)
    {
        var read = new MapPosition(MapParts.RequiredPath(position, "lat", topic), MapParts.RequiredPath(position, "lon", topic));
        position.Finish();
        return read;
    }
}
