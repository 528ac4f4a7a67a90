using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Alarms;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Generic;

/// <summary>
/// Tells alarms that begin and end: each twice, however often the device says it. What is to be told of one is remembered before, so that it is told with its own time
/// and values whenever that is. One caller after the other; any number may wait.
/// </summary>
/// <param name="context">Clock, counters and memory.</param>
/// <param name="readings">How they are told.</param>
/// <param name="sink">Where readings go.</param>
internal sealed class SensorAlarmDesk(DriverContext context, SensorReadings readings, IReadingSink sink) : IDisposable
{
    private const string Name = "alarm-said";

    private readonly SensorAlarms _alarms = new(context);
    private readonly SemaphoreSlim _turn = new(1);
    private SaidAlarm? _said = SaidAlarm.Read(context.Memory?.Recall(Name));

    /// <summary>Tells what a crash, or a refusing disk, interrupted.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public Task FinishAsync(CancellationToken ct) => InTurnAsync(() => _alarms.FinishAsync(Tell, sink, ct), ct);

    /// <summary>Completes when the begin or the end is on disk, or nothing has changed.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; the next call tells it.</exception>
    public Task SetAsync(SensorAlarm alarm, bool isActive, SaidAlarm said, CancellationToken ct) => InTurnAsync(
        async () =>
        {
            // What was said of one whose telling was interrupted is needed until it is told.
            await _alarms.FinishAsync(Tell, sink, ct).ConfigureAwait(false);
            var standing = _alarms.Of(alarm.Scope).ToList();

            // Each scope has one alarm, so that there is room as long as there are fewer scopes; for one that cannot begin nothing is written each time it comes.
            bool hasRoom = standing.Count > 0 || _alarms.Scopes.Count() < SensorAlarms.Most;
            if (isActive ? hasRoom && !standing.Exists(one => one.Key == alarm.Key && one.Severity == alarm.Severity) : standing.Count > 0)
            {
                await RememberAsync(said, ct).ConfigureAwait(false);
            }

            await _alarms.SetAsync(alarm.Scope, isActive ? [alarm] : [], isWhole: true, said.Mark, Tell, sink, ct).ConfigureAwait(false);
        },
        ct);

    /// <summary>Completes when nobody tells an alarm any more; nobody can from then on.</summary>
    public Task QuietAsync() => _turn.WaitAsync();

    public void Dispose() => _turn.Dispose();

    private async Task InTurnAsync(Func<Task> act, CancellationToken ct)
    {
        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            await act().ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task RememberAsync(SaidAlarm said, CancellationToken ct)
    {
        if (context.Memory is { } memory)
        {
            await memory.RememberAsync(Name, said.Write(), ct).ConfigureAwait(false);
        }

        _said = said;
    }

    private Reading Tell(StandingAlarm<SensorAlarm> one) => readings.Of(one, _said is { } said && said.Scope == one.Alarm.Scope && said.Mark == one.Mark ? said : null);
}
