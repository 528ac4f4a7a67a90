using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Alarms;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.Generic;

/// <summary>Makes readings of messages by a map and puts them where readings go. Several messages may be under way at one time.</summary>
/// <param name="context">Clock, counters, memory and log.</param>
/// <param name="driver">Name of the driver.</param>
/// <param name="map">What is made.</param>
/// <param name="names">What the device has brought so far.</param>
/// <param name="sink">Where readings go.</param>
internal sealed class SensorDesk(DriverContext context, string driver, SensorMap map, KnownNames names, IReadingSink sink) : IDisposable
{
    /// <summary>Entries of one body behind which no further message of it is looked at.</summary>
    public const int MostEntries = 1024;

    private const int LongestOutline = 400;
    private const int MostOutlines = 8;

    private readonly SensorReadings _readings = new(context.Device, driver);
    private readonly SensorAlarms _alarms = new(context);
    private readonly SemaphoreSlim _turn = new(1);
    private int _outlines;

    /// <summary>What the map makes of messages; nothing is told yet. What is left out is counted.</summary>
    public SensorVerdict Judge(IReadOnlyList<BodyNode> messages, SensorMoment moment)
    {
        var verdict = new SensorVerdict(MostEntries);
        foreach (var message in messages.TakeWhile(_ => !verdict.HasTooMany))
        {
            var outcome = MapEvaluation.Of(map, message, moment.Topic, moment.Received, context.Zone);
            verdict.Add(outcome, [.. outcome.Entries.Where(entry => entry.Name is null || names.Admits(entry.Name, map.MostNames))]);
            Outline(outcome, message);
        }

        foreach (var (reason, count) in verdict.LeftOut)
        {
            Count(reason, count);
        }

        Count(MapReasons.Unmatched, verdict.Unmatched);
        Count(MapReasons.TooManyEntries, verdict.HasTooMany ? 1 : 0);
        return verdict;
    }

    /// <summary>Completes when all of it is on disk.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; the sender must not be told that it was taken.</exception>
    public async Task TellAsync(SensorVerdict verdict, SensorMoment moment, CancellationToken ct)
    {
        var window = new EmitWindow(sink);
        try
        {
            foreach (var entry in verdict.Entries)
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
        finally
        {
            await window.SettleAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Completes when nobody tells an alarm any more; nobody can from then on.</summary>
    public Task QuietAsync() => _turn.WaitAsync();

    public void Dispose() => _turn.Dispose();

    /// <summary>An alarm that begins and ends is told twice, however often the device says it.</summary>
    private async Task SetAsync(MapEntry entry, SensorMoment moment, CancellationToken ct)
    {
        string scope = $"{entry.Rule.Alarm!.Name}/{entry.Rule.Type}/{entry.Name}";
        var alarm = new SensorAlarm(scope, entry.Name ?? "-", entry.Severity, entry.Rule.Alarm.Name, entry.Name, entry.Rule.Type);
        string mark = entry.NativeId ?? FormattableString.Invariant($"{moment.Received.ToUnixTimeMilliseconds()}");
        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            await _alarms.SetAsync(scope, entry.Active == true ? [alarm] : [], isWhole: true, mark, Tell, sink, ct).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }

        Reading Tell(StandingAlarm<SensorAlarm> one) => _readings.Of(one, one.Alarm.Scope == scope ? entry : null, moment);
    }

    /// <summary>Names and sorts of what came, without a value: enough to write a rule by, and it carries no person.</summary>
    private void Outline(MapOutcome outcome, BodyNode message)
    {
        if (!outcome.IsMatched && Interlocked.Increment(ref _outlines) <= MostOutlines)
        {
            GenericLog.Unmatched(context.Log, context.Device, BodyOutline.Write(message, LongestOutline));
        }
    }

    private void Count(string reason, int times)
    {
        for (int i = 0; i < times; i++)
        {
            context.Watch.Fault(FaultKind.Garbled, reason);
        }
    }
}
