using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Sensors;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>Says of one device what is to be said.</summary>
/// <param name="context">Device and clock.</param>
/// <param name="type">What sort of thing it is.</param>
/// <param name="sink">Where readings go.</param>
internal sealed class SensorVoice(DriverContext context, string type, IReadingSink sink)
{
    public IReadingSink Sink => sink;

    /// <summary>What the disk refuses of this moment is gone: the device tells the next one.</summary>
    public async Task MeasuredAsync(string? name, IReadOnlyList<SensorValue> values, CancellationToken ct)
    {
        try
        {
            var body = new SensorReadingBody { Type = type, Name = name, Values = values };
            await sink.EmitAsync(GenericSnmpMapping.ToReading(context, Lane.Telemetry, body), ct).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            context.Watch.Fault(FaultKind.Busy, WatchReasons.NotStored);
            throw;
        }
    }

    /// <exception cref="StoreRefusedException">The disk refuses; it was not told.</exception>
    public async Task HappenedAsync(string? name, IReadOnlyList<SensorValue> values, CancellationToken ct, string? repeatKey = null) =>
        await sink.EmitAsync(GenericSnmpMapping.ToReading(context, Lane.Event, new SensorEventBody { Type = type, Name = name, Values = values }, repeatKey), ct).ConfigureAwait(false);

    /// <summary>A device that fell silent, or is back.</summary>
    public Task LinkAsync(bool isUp, string repeatKey, CancellationToken ct) => HappenedAsync(null, [new SensorValue("link", Text: isUp ? "up" : "down")], ct, repeatKey);

    public Reading Alarm(Alarms.StandingAlarm<SensorAlarm> one)
    {
        bool begins = one.Step != Alarms.AlarmStep.Ending;
        var alarm = one.Alarm;
        var body = new SensorAlarmBody
        {
            Type = type,
            Name = alarm.Name,
            Alarm = alarm.Alarm,
            Active = begins,
            Severity = alarm.Severity,
            Values = begins && alarm.Value is { } value ? [GenericSnmpMapping.Number(alarm.Name, value, alarm.Unit)] : null,
            Source = new SourceInfo(one.NativeId),
        };
        return GenericSnmpMapping.ToReading(context, begins ? Lane.Alarm : Lane.Event, body, one.RepeatKey);
    }
}
