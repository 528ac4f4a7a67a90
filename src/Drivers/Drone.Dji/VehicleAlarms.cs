using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>
/// Tells each alarm once when it begins and once when it ends, over restarts: what is about to be told is remembered first, and what a crash or a refusing
/// disk interrupted is told again under the identifier it had, which the store knows for a repeat. Not for two callers at one time.
/// </summary>
/// <param name="host">Clock and memory.</param>
/// <param name="texts">The operator's texts by lookup key.</param>
internal sealed class VehicleAlarms(DeskHost host, IReadOnlyDictionary<string, string> texts)
{
    /// <summary>More than any dock and aircraft raise; beyond it nothing begins, and each one is counted.</summary>
    private const int Most = 128;

    private readonly AlarmMemory _memory = new(host.Memory);
    private List<StandingAlarm>? _standing;

    private List<StandingAlarm> Standing => _standing ??= [.. _memory.Read()];

    /// <summary>Keys of what stands in a scope.</summary>
    public IEnumerable<VehicleAlarm> Of(string scope) => Standing.Where(one => one.Alarm.Scope == scope && one.Step != AlarmStep.Ending).Select(one => one.Alarm);

    /// <summary>How a scope is now; says only what that changes.</summary>
    /// <param name="scope">For example <see cref="VehicleAlarm.Hms"/>.</param>
    /// <param name="wanted">Alarms that are there.</param>
    /// <param name="isComplete">What is not among them is over.</param>
    /// <param name="told">By which message.</param>
    /// <param name="sink">Where they go.</param>
    /// <param name="ct">Stopping.</param>
    /// <exception cref="StoreRefusedException">The disk refuses; the next call tells it.</exception>
    public async Task SetAsync(string scope, IReadOnlyList<VehicleAlarm> wanted, bool isComplete, DjiTold told, IReadingSink sink, CancellationToken ct)
    {
        await FinishAsync(told, sink, ct).ConfigureAwait(false);
        long now = host.Time.GetUtcNow().ToUnixTimeMilliseconds();
        var begin = wanted.Where(alarm => !Standing.Exists(one => one.Alarm.IsSame(alarm))).Select(alarm => new StandingAlarm(alarm, now, AlarmStep.Beginning)).ToList();
        // One that changes its severity begins anew, and its old form ends in any case.
        var over = Standing.Where(one => one.Alarm.Scope == scope && !wanted.Any(one.Alarm.IsSame) && (isComplete || wanted.Any(alarm => alarm.Key == one.Alarm.Key))).ToList();
        while (begin.Count > 0 && Standing.Count - over.Count + begin.Count > Most)
        {
            begin.RemoveAt(begin.Count - 1);
            host.Watch.Fault(FaultKind.Garbled, "too-many-alarms");
        }

        if (begin.Count + over.Count > 0)
        {
            _standing = [.. Standing.Select(one => over.Contains(one) ? one with { Step = AlarmStep.Ending } : one), .. begin];
            await FinishAsync(told, sink, ct).ConfigureAwait(false);
        }
    }

    /// <summary>Tells what was begun to be told. What it is called for the first time with is what an earlier conversation left.</summary>
    public async Task FinishAsync(DjiTold told, IReadingSink sink, CancellationToken ct)
    {
        if (Standing.TrueForAll(one => one.Step == AlarmStep.Stands))
        {
            return;
        }

        await _memory.WriteAsync(Standing, ct).ConfigureAwait(false);
        foreach (var one in Standing.Where(one => one.Step != AlarmStep.Stands).OrderByDescending(one => one.Step).ToList())
        {
            await TellAsync(one, told, sink, ct).ConfigureAwait(false);
        }

        _standing = [.. Standing.Where(one => one.Step != AlarmStep.Ending).Select(one => one with { Step = AlarmStep.Stands })];
        await _memory.WriteAsync(Standing, ct).ConfigureAwait(false);
    }

    private async Task TellAsync(StandingAlarm one, DjiTold told, IReadingSink sink, CancellationToken ct)
    {
        bool begins = one.Step == AlarmStep.Beginning;
        var body = one.Alarm.Body(begins, one.NativeId(begins), told, texts.GetValueOrDefault(one.Alarm.Name ?? string.Empty));
        await sink.EmitAsync(told.Reading(begins ? Lane.Alarm : Lane.Event, body), ct).ConfigureAwait(false);
    }
}
