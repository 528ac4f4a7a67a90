using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Drone;

/// <summary>
/// Tells each alarm once when it begins and once when it ends, over restarts: what is about to be told is remembered first, and what a crash or a refusing
/// disk interrupted is told again under the identifier it had, which the store knows for a repeat. Not for two callers at one time.
/// </summary>
/// <param name="context">Clock, memory and counters.</param>
internal sealed class VehicleAlarms(DriverContext context)
{
    /// <summary>Beyond it nothing begins, and each one is counted.</summary>
    public const int Most = 128;

    private readonly AlarmMemory _memory = new(context.Memory);
    private List<StandingAlarm>? _standing;

    private List<StandingAlarm> Standing => _standing ??= [.. _memory.Read()];

    /// <summary>How a scope is now; says only what that changes.</summary>
    /// <param name="scope">For example <c>error</c>.</param>
    /// <param name="wanted">Alarms that are there.</param>
    /// <param name="isWhole">What is not among them is over.</param>
    /// <param name="mark">What names the message that says so, at most 96 characters.</param>
    /// <param name="tell">What is said of an alarm that begins or ends; null for what has nothing to be said.</param>
    /// <param name="sink">Where it goes.</param>
    /// <param name="ct">Stopping.</param>
    /// <exception cref="StoreRefusedException">The disk refuses; the next call tells it.</exception>
    public async Task SetAsync(
        string scope, IReadOnlyList<VehicleAlarm> wanted, bool isWhole, string mark, Func<StandingAlarm, Reading?> tell, IReadingSink sink, CancellationToken ct)
    {
        await FinishAsync(tell, sink, ct).ConfigureAwait(false);
        long now = context.Time.GetUtcNow().ToUnixTimeMilliseconds();
        var begin = wanted.Where(alarm => !Standing.Exists(one => one.Alarm.IsSame(alarm))).Select(alarm => new StandingAlarm(alarm, mark, now, AlarmStep.Beginning)).ToList();

        // One that changes its severity begins anew, and its old form ends in any case.
        var over = Standing.Where(one => one.Alarm.Scope == scope && !wanted.Any(one.Alarm.IsSame) && (isWhole || wanted.Any(alarm => alarm.Key == one.Alarm.Key))).ToHashSet();
        for (int room = Most - Standing.Count + over.Count; begin.Count > Math.Max(0, room);)
        {
            begin.RemoveAt(begin.Count - 1);
            context.Watch.Fault(FaultKind.Garbled, "too-many-alarms");
        }

        if (begin.Count + over.Count > 0)
        {
            _standing = [.. Standing.Select(one => over.Contains(one) ? one with { Mark = mark, Since = now, Step = AlarmStep.Ending } : one), .. begin];
            await FinishAsync(tell, sink, ct).ConfigureAwait(false);
        }
    }

    /// <summary>Tells what was begun to be told; the first call tells what an earlier conversation left.</summary>
    private async Task FinishAsync(Func<StandingAlarm, Reading?> tell, IReadingSink sink, CancellationToken ct)
    {
        var open = Standing.Where(one => one.Step != AlarmStep.Stands).OrderByDescending(one => one.Step).ToList();
        if (open.Count == 0)
        {
            return;
        }

        await _memory.WriteAsync(Standing, ct).ConfigureAwait(false);
        foreach (var reading in open.Select(tell).OfType<Reading>())
        {
            await sink.EmitAsync(reading, ct).ConfigureAwait(false);
        }

        _standing = [.. Standing.Where(one => one.Step != AlarmStep.Ending).Select(one => one with { Step = AlarmStep.Stands })];
        await _memory.WriteAsync(Standing, ct).ConfigureAwait(false);
    }
}
