using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Privacy;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.Generic;

/// <summary>Makes readings of messages by a map and puts them where readings go. Several messages may be under way at one time.</summary>
/// <param name="context">Clock, counters, memory and log.</param>
/// <param name="driver">Name of the driver.</param>
/// <param name="map">What is made.</param>
/// <param name="names">What the device has brought so far.</param>
/// <param name="key">Of the device's identifiers; opened here.</param>
/// <param name="sink">Where readings go.</param>
internal sealed class SensorDesk(DriverContext context, string driver, SensorMap map, KnownNames names, DeviceKey key, IReadingSink sink) : IDisposable
{
    private const int LongestOutline = 400;
    private const int MostOutlines = 8;

    private readonly SensorReadings _readings = new(context.Device, driver, key);
    private readonly SensorAlarmDesk _alarms = new(context, new SensorReadings(context.Device, driver, key), sink);
    private int _outlines;

    /// <summary>With it identifiers are made; not opened yet.</summary>
    public static DeviceKey KeyOf(DriverContext context) => new(context.Memory, "identifier-key");

    /// <summary>Before the first message: tells what a crash interrupted.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public async Task OpenAsync(CancellationToken ct)
    {
        await key.OpenAsync(ct).ConfigureAwait(false);
        await _alarms.FinishAsync(ct).ConfigureAwait(false);
    }

    /// <summary>For senders that are to repeat a body of which anything is not understood.</summary>
    /// <returns>Why not all of it can be told, which is counted; null when it can.</returns>
    public string? Objection(IReadOnlyList<BodyNode> messages, SensorMoment moment)
    {
        string? first = null;
        foreach (var message in messages)
        {
            var outcome = Evaluate(message, moment);
            string? here = outcome.Beyond > 0 ? MapReasons.TooManyEntries : outcome.IsMatched ? null : MapReasons.Unmatched;
            if (here is not null)
            {
                context.Watch.Fault(FaultKind.Garbled, here);
                Outline(outcome, message);
                first ??= here;
            }
        }

        return first;
    }

    /// <summary>What the map makes of one message; nothing is told yet. What is left out is counted.</summary>
    public IReadOnlyList<MapEntry> Judge(BodyNode message, SensorMoment moment, SensorVerdict verdict)
    {
        var outcome = Evaluate(message, moment);
        MapEntry[] admitted = [.. outcome.Entries.Where(entry => entry.Name is null || names.Admits(entry.Name, map.MostNames))];
        foreach (string reason in verdict.Add(outcome, admitted.Length))
        {
            context.Watch.Fault(FaultKind.Garbled, reason);
        }

        Outline(outcome, message);
        return admitted;
    }

    /// <summary>Completes when all of it is on disk. One message at a time is taken apart, so that a body may hold any number of them.</summary>
    /// <param name="messages">Of one body.</param>
    /// <param name="moment">When and how it came.</param>
    /// <param name="verdict">Told of each message that is looked at.</param>
    /// <param name="ct">Stopping.</param>
    /// <exception cref="StoreRefusedException">The disk refuses; the sender must not be told that it was taken.</exception>
    public async Task TellAsync(IReadOnlyList<BodyNode> messages, SensorMoment moment, SensorVerdict verdict, CancellationToken ct)
    {
        var window = new EmitWindow(sink);
        try
        {
            foreach (var message in messages)
            {
                await TellAsync(Judge(message, moment, verdict), moment, window, ct).ConfigureAwait(false);
            }
        }
        finally
        {
            await window.SettleAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Completes when nobody tells an alarm any more; nobody can from then on.</summary>
    public Task QuietAsync() => _alarms.QuietAsync();

    public void Dispose() => _alarms.Dispose();

    private MapOutcome Evaluate(BodyNode message, SensorMoment moment) => MapEvaluation.Of(map, message, moment.Topic, moment.Received, context.Zone);

    private async Task TellAsync(IReadOnlyList<MapEntry> entries, SensorMoment moment, EmitWindow window, CancellationToken ct)
    {
        foreach (var entry in entries)
        {
            if (entry.Active is null)
            {
                await window.EmitAsync(_readings.Of(entry, moment), ct).ConfigureAwait(false);
            }
            else
            {
                await SetAsync(entry, moment, ct).ConfigureAwait(false);
            }
        }
    }

    private Task SetAsync(MapEntry entry, SensorMoment moment, CancellationToken ct)
    {
        string scope = $"{entry.Rule.Alarm!.Name}/{entry.Rule.Type}/{entry.Name}";
        var alarm = new SensorAlarm(scope, entry.Name ?? "-", entry.Severity, entry.Rule.Alarm.Name, entry.Name, entry.Rule.Type);
        string mark = _readings.NativeId(entry) ?? FormattableString.Invariant($"{moment.Received.ToUnixTimeMilliseconds()}");
        return _alarms.SetAsync(alarm, entry.Active == true, SaidAlarm.Of(scope, mark, entry, moment), ct);
    }

    /// <summary>Names and sorts of what came, without a value: enough to write a rule by, and it carries no person.</summary>
    private void Outline(MapOutcome outcome, BodyNode message)
    {
        if (!outcome.IsMatched && Interlocked.Increment(ref _outlines) <= MostOutlines)
        {
            GenericLog.Unmatched(context.Log, context.Device, BodyOutline.Write(message, LongestOutline));
        }
    }
}
