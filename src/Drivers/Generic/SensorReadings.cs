using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Alarms;
using EdgeGateway.Drivers.Privacy;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Sensors;

namespace EdgeGateway.Drivers.Generic;

/// <summary>From entries of a map to readings.</summary>
/// <param name="device">Device id.</param>
/// <param name="driver">Name of the driver.</param>
/// <param name="key">Of the device's identifiers.</param>
internal sealed class SensorReadings(string device, string driver, DeviceKey key)
{
    public static readonly IReadOnlyList<string> Kinds = [SensorReadingBody.KindName, SensorEventBody.KindName, SensorAlarmBody.KindName];

    /// <summary>A state that the broker had kept: nobody can tell how old it is.</summary>
    public const string Retained = "RETAINED";

    /// <param name="entry">What was said.</param>
    /// <param name="moment">When and how it came.</param>
    public Reading Of(MapEntry entry, SensorMoment moment) => Reading(entry.Time, moment.Received, Body(entry, moment), entry.Rule.Lane ?? LaneOf(entry));

    /// <summary>Of an alarm that begins or ends.</summary>
    /// <param name="alarm">Which, and which of the two.</param>
    /// <param name="said">With which words; null where those are not known any more.</param>
    public Reading Of(StandingAlarm<SensorAlarm> alarm, SaidAlarm? said)
    {
        bool begins = alarm.Step != AlarmStep.Ending;
        var received = said?.Received ?? DateTimeOffset.FromUnixTimeMilliseconds(alarm.Since);
        var body = new SensorAlarmBody
        {
            Type = alarm.Alarm.Type,
            Name = alarm.Alarm.Name,
            Alarm = alarm.Alarm.Code,
            Active = begins,
            Severity = alarm.Alarm.Severity,
            Values = said?.Values is { Count: > 0 } values ? values : null,
            Position = said?.Position,
            Flags = Flags(said?.WrongTime, said?.IsRetained == true),
            Source = new SourceInfo(alarm.NativeId, Time: Written(said?.WrongTime)),
        };
        return Reading(said?.Time, received, body, said?.Lane ?? (begins ? Lane.Alarm : Lane.Event)) with { RepeatKey = alarm.RepeatKey };
    }

    /// <returns>What of it may travel; null when nothing makes a repeat recognisable.</returns>
    public string? NativeId(MapEntry entry) => entry.Identity is { } identity ? key.Name(identity) : null;

    private SensorBody Body(MapEntry entry, SensorMoment moment)
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
            Flags = Flags(entry.WrongTime, moment.IsRetained),
            Source = entry.Identity is null && entry.WrongTime is null ? null : new SourceInfo(NativeId(entry), Time: Written(entry.WrongTime)),
        };
    }

    private Reading Reading(DateTimeOffset? time, DateTimeOffset received, SensorBody body, Lane lane) => new()
    {
        Device = device,
        Driver = driver,
        Lane = lane,
        Time = time ?? received,
        TimeFrom = time is null ? TimeOrigin.Gateway : TimeOrigin.Device,
        Received = received,
        Body = body,
    };

    private static IReadOnlyList<string>? Flags(DateTimeOffset? wrongTime, bool isRetained)
    {
        var flags = new FlagList();
        flags.Add(wrongTime is not null, ToldMoment.ClockOff);
        flags.Add(isRetained, Retained);
        return flags.OrNull();
    }

    private static string? Written(DateTimeOffset? wrongTime) => wrongTime is { } told ? UtcMilliseconds.Text(told) : null;

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
