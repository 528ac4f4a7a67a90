using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Drivers.Modbus;

/// <summary>Reads the points of one unit, each at its interval, and leaves the unit alone for a while when it does not answer.</summary>
internal sealed class UnitPoller
{
    /// <summary>The units of a bus are spread over so much of an interval, at most.</summary>
    private static readonly TimeSpan s_spread = TimeSpan.FromSeconds(1);

    private readonly BusUnit _unit;
    private readonly BusLimits _limits;
    private readonly TimeProvider _time;
    private readonly Func<PollRound, CancellationToken, ValueTask> _tell;
    private readonly PointChanges _changes = new();
    private readonly IReadOnlyList<(GroupReader Reader, RoundSchedule Schedule)> _groups;
    private int _silences;
    private bool _isBad;

    /// <param name="master">Of the bus.</param>
    /// <param name="unit">With at least one point.</param>
    /// <param name="limits">How it is asked.</param>
    /// <param name="time">Whose clock measures.</param>
    /// <param name="share">Where in the interval its rounds lie, 0 to 1.</param>
    /// <param name="tell">Is told of each round.</param>
    public UnitPoller(IModbusMaster master, BusUnit unit, BusLimits limits, TimeProvider time, double share, Func<PollRound, CancellationToken, ValueTask> tell)
    {
        (_unit, _limits, _time, _tell) = (unit, limits, time, tell);
        _groups =
        [
            .. unit.Points.GroupBy(point => point.Interval).OrderBy(group => group.Key).Select(group => (
                new GroupReader(master, unit, [.. group], limits, time),
                new RoundSchedule(group.Key, (group.Key < s_spread ? group.Key : s_spread) * share, time))),
        ];
    }

    /// <summary>Rounds that were left out.</summary>
    public long Missed { get; private set; }

    public async Task RunAsync(CancellationToken ct)
    {
        while (true)
        {
            var (reader, schedule) = _groups.MinBy(group => group.Schedule.Left);
            await DelayAsync(schedule.Left, ct).ConfigureAwait(false);
            if (await reader.ReadAsync(ct).ConfigureAwait(false) is { } found)
            {
                _silences = 0;
                await TellAsync(reader.Points, point => found[point], ct).ConfigureAwait(false);
                Missed += schedule.Next();
                continue;
            }

            await TellBadAsync(ct).ConfigureAwait(false);
            await DelayAsync(_limits.BackOff[Math.Min(_silences++, _limits.BackOff.Count - 1)], ct).ConfigureAwait(false);
            foreach (var group in _groups)
            {
                group.Schedule.CatchUp();
            }
        }
    }

    /// <summary>Once, until it answers again.</summary>
    public ValueTask TellBadAsync(CancellationToken ct) => _isBad ? ValueTask.CompletedTask : TellAsync(_unit.Points, static _ => PointOutcome.Bad, ct, isBad: true);

    private ValueTask TellAsync(IReadOnlyList<ModbusPoint> points, Func<ModbusPoint, PointOutcome> outcome, CancellationToken ct, bool isBad = false)
    {
        _isBad = isBad;
        return _tell(new PollRound(_unit, _time.GetUtcNow(), [.. points.Select(point => _changes.Judge(point, outcome(point)))]), ct);
    }

    private async Task DelayAsync(TimeSpan wait, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (wait > TimeSpan.Zero)
        {
            // Timers count whole milliseconds and cut what is left over: a round would begin before its time.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), _time, ct).ConfigureAwait(false);
        }
    }
}
