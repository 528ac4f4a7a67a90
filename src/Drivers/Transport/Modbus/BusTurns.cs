namespace EdgeGateway.Drivers.Transport.Modbus;

/// <summary>
/// Lets so many speak at once. Who waits is served orders first, then the unit that has had the least of the bus's time: where each
/// question of the others waits for one of a unit that takes half a second for its answers, all become as slow as that unit.
/// </summary>
/// <remarks>
/// The time is counted as in fair queueing: a unit that asks begins where it stopped, but not behind those that are served now.
/// So one that asks seldom saves nothing up, and one that is slow gets as much time as the others when they leave none over.
/// </remarks>
/// <param name="places">1 or more.</param>
/// <param name="time">Whose clock measures.</param>
internal sealed class BusTurns(int places, TimeProvider time)
{
    private const int RestShare = 4;

    private readonly Lock _gate = new();
    private readonly List<Waiter> _waiting = [];
    private readonly long[] _used = new long[256];
    private readonly long[] _restUntil = new long[256];
    private long _served;
    private int _free = places;

    /// <param name="unit">Who is to be asked.</param>
    /// <param name="ahead">Before all that wait and do not say so.</param>
    /// <param name="ct">Gives the place in the queue up.</param>
    /// <returns>The turn; disposing it ends it.</returns>
    public async ValueTask<Turn> TakeAsync(byte unit, bool ahead, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var mine = new Waiter(unit, ahead);
        lock (_gate)
        {
            if (_free > 0)
            {
                _free--;
                _served = Begin(unit);
                return new Turn(this, unit, _served, time.GetTimestamp());
            }

            _waiting.Add(mine);
        }

        using var cancelling = ct.UnsafeRegister(_ => mine.Granted.TrySetCanceled(ct), null);
        return await mine.Granted.Task.ConfigureAwait(false);
    }

    /// <summary>
    /// How long a unit stays out of the queue because others waited while it spoke: a quarter of the time it took. Their questions come
    /// one behind the other, and the queue may be empty for the moment between two.
    /// </summary>
    public TimeSpan Rest(byte unit)
    {
        lock (_gate)
        {
            long left = _restUntil[unit] - time.GetTimestamp();
            return left > 0 ? time.GetElapsedTime(0, left) : TimeSpan.Zero;
        }
    }

    private long Begin(byte unit) => Math.Max(_served, _used[unit]);

    private void End(Turn turn)
    {
        lock (_gate)
        {
            long now = time.GetTimestamp();
            long took = now - turn.At;
            _used[turn.Unit] = turn.Begin + took;
            if (_waiting.Exists(one => one.Unit != turn.Unit))
            {
                _restUntil[turn.Unit] = now + (took / RestShare);
            }

            if (!GrantNext(now))
            {
                _free++;
            }
        }
    }

    private bool GrantNext(long now)
    {
        while (_waiting.MinBy(one => one.Ahead ? long.MinValue : Begin(one.Unit)) is { } next)
        {
            _waiting.Remove(next);
            long begin = Begin(next.Unit);

            // Who gave up meanwhile cannot be given the turn.
            if (next.Granted.TrySetResult(new Turn(this, next.Unit, begin, now)))
            {
                _served = begin;
                return true;
            }
        }

        return false;
    }

    internal readonly record struct Turn(BusTurns Turns, byte Unit, long Begin, long At) : IDisposable
    {
        public void Dispose() => Turns.End(this);
    }

    private sealed class Waiter(byte unit, bool ahead)
    {
        public byte Unit => unit;

        public bool Ahead => ahead;

        public TaskCompletionSource<Turn> Granted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
