using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Alarms;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Sensors;

namespace EdgeGateway.Drivers.Generic;

/// <summary>From entries of a map to readings.</summary>
/// <param name="device">Device id.</param>
/// <param name="driver">Name of the driver.</param>
internal sealed class SensorReadings(string device, string driver)
{
    public static readonly IReadOnlyList<string> Kinds = [SensorReadingBody.KindName, SensorEventBody.KindName, SensorAlarmBody.KindName];

    /// <summary>A state that the broker had kept: nobody can tell how old it is.</summary>
    public const string Retained = "RETAINED";

    /// <param name="entry">What was said.</param>
    /// <param name="moment">When and how it came.</param>
    public Reading Of(MapEntry entry, SensorMoment moment) => Reading(entry, moment, Body(entry, moment), entry.Rule.Lane ?? LaneOf(entry));

    /// <summary>Of an alarm that begins or ends.</summary>
    /// <param name="alarm">Which, and which of the two.</param>
    /// <param name="entry">What was said of it; null when it is told again of which a crash interrupted the telling.</param>
    /// <param name="moment">When and how it came.</param>
    public Reading Of(StandingAlarm<SensorAlarm> alarm, MapEntry? entry, SensorMoment moment)
    {
        bool begins = alarm.Step != AlarmStep.Ending;
        var body = new SensorAlarmBody
        {
            Type = alarm.Alarm.Type,
            Name = alarm.Alarm.Name,
            Alarm = alarm.Alarm.Code,
            Active = begins,
            Severity = alarm.Alarm.Severity,
            Values = entry?.Values is { Count: > 0 } values ? values : null,
            Position = entry?.Position,
            Flags = Flags(entry, moment),
            Source = new SourceInfo(alarm.NativeId, Time: Written(entry)),
        };
        return Reading(entry, moment, body, entry?.Rule.Lane ?? (begins ? Lane.Alarm : Lane.Event)) with { RepeatKey = alarm.RepeatKey };
    }

    private static SensorBody Body(MapEntry entry, SensorMoment moment)
    {
        var rule = entry.Rule;
        SensorBody body = rule.Kind switch
        {
            MapKind.Alarm => new SensorAlarmBody { Type = rule.Type, Alarm = rule.Alarm!.Name, Active = entry.Active, Severity = entry.Severity },
            MapKind.Event => new SensorEventBody { Type = rule.Type },
            _ => new SensorReadingBody { Type = rule.Type },
        };
        return body with
        {
            Name = entry.Name,
            Values = entry.Values.Count > 0 ? entry.Values : null,
            Position = entry.Position,
            Flags = Flags(entry, moment),
            Source = entry.NativeId is null && entry.WrongTime is null ? null : new SourceInfo(entry.NativeId, Time: Written(entry)),
        };
    }

    private Reading Reading(MapEntry? entry, SensorMoment moment, SensorBody body, Lane lane) => new()
    {
        Device = device,
        Driver = driver,
        Lane = lane,
        Time = entry?.Time ?? moment.Received,
        TimeFrom = entry?.Time is null ? TimeOrigin.Gateway : TimeOrigin.Device,
        Received = moment.Received,
        Body = body,
    };

    private static IReadOnlyList<string>? Flags(MapEntry? entry, SensorMoment moment)
    {
        var flags = new FlagList();
        flags.Add(entry?.WrongTime is not null, ToldMoment.ClockOff);
        flags.Add(moment.IsRetained, Retained);
        return flags.OrNull();
    }

    private static string? Written(MapEntry? entry) => entry?.WrongTime is { } told ? UtcMilliseconds.Text(told) : null;

    private static Lane LaneOf(MapEntry entry) => entry.Rule.Kind switch
    {
        MapKind.Alarm when entry.Active != false => Lane.Alarm,
        MapKind.Reading => Lane.Telemetry,
        _ => Lane.Event,
    };
}

/// <summary>When and how a message came.</summary>
/// <param name="Received">By the gateway's clock.</param>
/// <param name="Topic">MQTT topic, or HTTP path behind the token without its first slash.</param>
/// <param name="IsRetained">Whether the broker had kept it.</param>
internal readonly record struct SensorMoment(DateTimeOffset Received, string Topic, bool IsRetained = false);
