using System.Numerics;
using System.Text.Json.Serialization.Metadata;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Alarms;

/// <summary>
/// Tells each alarm once when it begins and once when it ends, over restarts: what is about to be told is remembered first, and what a crash or a refusing
/// disk interrupted is told again under the identifier it had, which the store knows for a repeat. Not for two callers at one time.
/// </summary>
/// <param name="time">Whose clock says since when.</param>
/// <param name="kept">Over restarts; null where nothing is kept.</param>
/// <param name="watch">Told of alarms for which there is no room.</param>
/// <param name="json">How they are remembered.</param>
/// <param name="hold">Keeps those standing that come and go too often; null: none is.</param>
public abstract class StandingAlarms<TAlarm>(TimeProvider time, IDeviceMemory? kept, IDeviceWatch watch, JsonTypeInfo<StandingAlarm<TAlarm>[]> json, AlarmHold? hold = null)
    where TAlarm : class, IAlarmIdentity
{
    /// <summary>Beyond it, or beyond what can be remembered, nothing begins, and each one is counted.</summary>
    public const int Most = 128;

    private const string TooMany = "too-many-alarms";
    private const string Flapping = "alarm-flapping";

    private readonly AlarmMemory<TAlarm> _memory = new(kept, json);
    private List<StandingAlarm<TAlarm>>? _standing;

    private List<StandingAlarm<TAlarm>> Standing => _standing ??= [.. _memory.Read()];

    /// <summary>Where anything stands.</summary>
    public IEnumerable<string> Scopes => Standing.Select(one => one.Alarm.Scope).Distinct();

    /// <summary>What stands in a scope.</summary>
    public IEnumerable<TAlarm> Of(string scope) => Standing.Where(one => one.Alarm.Scope == scope && one.Step != AlarmStep.Ending).Select(one => one.Alarm);

    /// <summary>How many may stand at a time.</summary>
    protected virtual int MostStanding => Most;

    /// <summary>Whether the end of anything in a scope waits: then the scope is to be set again in a while, also when nothing changes.</summary>
    public bool IsWaiting(string scope) => hold is not null && Standing.Exists(one => one.Alarm.Scope == scope && hold.IsWaiting(one.Identity));

    /// <summary>How a scope is now; says only what that changes.</summary>
    /// <param name="scope">For example <c>error</c>.</param>
    /// <param name="wanted">Alarms that are there.</param>
    /// <param name="isWhole">What is not among them is over.</param>
    /// <param name="mark">What names the message that says so, at most 96 characters.</param>
    /// <param name="tell">What is said of an alarm that begins or ends; null for what has nothing to be said.</param>
    /// <param name="sink">Where it goes.</param>
    /// <param name="ct">Stopping.</param>
    /// <exception cref="StoreRefusedException">The disk refuses; the next call tells it.</exception>
    public Task SetAsync(
        string scope, IReadOnlyList<TAlarm> wanted, bool isWhole, string mark, Func<StandingAlarm<TAlarm>, Reading?> tell, IReadingSink sink, CancellationToken ct) =>
        SetAsync(scope, wanted, _ => isWhole, mark, tell, sink, ct);

    /// <summary>How a scope is now where the device may say nothing of some: those stay as they were.</summary>
    /// <param name="scope">For example a module.</param>
    /// <param name="wanted">Alarms that are there by its word.</param>
    /// <param name="isOver">Whether one of the others is over by its word. One whose end waits was, and needs no second one.</param>
    /// <param name="mark">What names the message that says so, at most 96 characters.</param>
    /// <param name="tell">What is said of an alarm that begins or ends; null for what has nothing to be said.</param>
    /// <param name="sink">Where it goes.</param>
    /// <param name="ct">Stopping.</param>
    /// <exception cref="StoreRefusedException">The disk refuses; the next call tells it.</exception>
    protected async Task SetAsync(
        string scope, IReadOnlyList<TAlarm> wanted, Func<TAlarm, bool> isOver, string mark, Func<StandingAlarm<TAlarm>, Reading?> tell, IReadingSink sink, CancellationToken ct)
    {
        bool MayEnd(StandingAlarm<TAlarm> one) => (isOver(one.Alarm) || IsWaiting(one.Alarm)) && hold?.MayEnd(one.Identity) != false;

        await FinishAsync(tell, sink, ct).ConfigureAwait(false);
        await NoteReturnsAsync([.. wanted.Select(alarm => (scope, alarm.Key))], ct).ConfigureAwait(false);

        // One that changes its severity begins anew, and its old form ends in any case. What ends makes room for what begins.
        await EndAsync(one => one.Alarm.Scope == scope && !wanted.Any(one.Is) && (wanted.Any(alarm => alarm.Key == one.Alarm.Key) || MayEnd(one)), mark, tell, sink, ct).ConfigureAwait(false);

        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var begin = wanted.Where(alarm => !Standing.Exists(one => one.Is(alarm))).Select(alarm => new StandingAlarm<TAlarm>(alarm, mark, now, AlarmStep.Beginning)).ToList();
        if (begin.Count > 0 && WithRoom(begin) is { Count: > 0 } fitting)
        {
            fitting.ForEach(one => hold?.Began(one.Identity));
            _standing = [.. Standing, .. fitting];
            await FinishAsync(tell, sink, ct).ConfigureAwait(false);
        }
    }

    /// <summary>Whether its end waits.</summary>
    protected bool IsWaiting(TAlarm alarm) => hold?.IsWaiting((alarm.Scope, alarm.Key)) == true;

    /// <summary>Whether it comes and goes too often now.</summary>
    protected bool Flaps(TAlarm alarm) => hold?.Flaps((alarm.Scope, alarm.Key)) == true;

    /// <summary>What stood by a memory of another shape; to be called before anything else.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    protected async Task AdoptAsync(IReadOnlyList<StandingAlarm<TAlarm>> older, CancellationToken ct)
    {
        if (older.Count > 0)
        {
            _standing = [.. Standing, .. older.Where(one => !Standing.Exists(other => other.Identity == one.Identity)).DistinctBy(one => one.Identity)];
            await RememberAsync(ct).ConfigureAwait(false);
        }
    }

    /// <summary>Ends what is watched no more, or was over when nobody could say so any more; also what comes and goes too often.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; the next call tells it.</exception>
    protected async Task CloseAsync(Func<StandingAlarm<TAlarm>, bool> isClosed, string mark, Func<StandingAlarm<TAlarm>, Reading?> tell, IReadingSink sink, CancellationToken ct)
    {
        await FinishAsync(tell, sink, ct).ConfigureAwait(false);
        await EndAsync(isClosed, mark, tell, sink, ct).ConfigureAwait(false);
    }

    private async Task EndAsync(Func<StandingAlarm<TAlarm>, bool> isOver, string mark, Func<StandingAlarm<TAlarm>, Reading?> tell, IReadingSink sink, CancellationToken ct)
    {
        var over = Standing.Where(isOver).ToHashSet();
        if (over.Count > 0)
        {
            long now = time.GetUtcNow().ToUnixTimeMilliseconds();
            _standing = [.. Standing.Select(one => over.Contains(one) ? one with { Mark = mark, Since = now, Step = AlarmStep.Ending, Returns = Returns(one) } : one)];
            foreach (var one in over)
            {
                hold?.Ended(one.Identity);
            }

            await FinishAsync(tell, sink, ct).ConfigureAwait(false);
        }
    }

    /// <summary>It is written down when it has doubled: so it costs few writes, and a crash leaves at least half of it.</summary>
    private async Task NoteReturnsAsync(IReadOnlyList<(string Scope, string Key)> there, CancellationToken ct)
    {
        var back = Standing.Where(one => there.Contains(one.Identity) && hold?.IsBack(one.Identity, one.Returns) == true).ToHashSet();
        foreach (var _ in back)
        {
            watch.Fault(FaultKind.Garbled, Flapping);
        }

        if (back.Any(one => BitOperations.IsPow2(Returns(one) ?? 0)))
        {
            _standing = [.. Standing.Select(one => back.Contains(one) ? one with { Returns = Returns(one) } : one)];
            await RememberAsync(ct).ConfigureAwait(false);
        }
    }

    private int? Returns(StandingAlarm<TAlarm> one) => hold?.Returns(one.Identity, one.Returns) ?? one.Returns;

    /// <summary>One that cannot be remembered would begin twice, or never end: it does not begin.</summary>
    private List<StandingAlarm<TAlarm>> WithRoom(List<StandingAlarm<TAlarm>> begin)
    {
        while (begin.Count > 0 && (Standing.Count + begin.Count > MostStanding || !_memory.Holds([.. Standing, .. begin])))
        {
            begin.RemoveAt(begin.Count - 1);
            watch.Fault(FaultKind.Garbled, TooMany);
        }

        return begin;
    }

    /// <summary>Tells what was begun to be told; the first call tells what an earlier conversation left.</summary>
    public async Task FinishAsync(Func<StandingAlarm<TAlarm>, Reading?> tell, IReadingSink sink, CancellationToken ct)
    {
        var open = Standing.Where(one => one.Step != AlarmStep.Stands).OrderByDescending(one => one.Step).ToList();
        if (open.Count == 0)
        {
            return;
        }

        await RememberAsync(ct).ConfigureAwait(false);
        foreach (var reading in open.Select(tell).OfType<Reading>())
        {
            await sink.EmitAsync(reading, ct).ConfigureAwait(false);
        }

        _standing = [.. Standing.Where(one => one.Step != AlarmStep.Ending).Select(one => one with { Step = AlarmStep.Stands })];
        await RememberAsync(ct).ConfigureAwait(false);
    }

    private async Task RememberAsync(CancellationToken ct)
    {
        for (int left = await _memory.WriteAsync(Standing, ct).ConfigureAwait(false); left > 0; left--)
        {
            watch.Fault(FaultKind.Garbled, TooMany);
        }
    }
}
