using EdgeGateway.Store;

namespace EdgeGateway.Uplink.Confirmation;

/// <summary>
/// Which readings this process gave to a broker, whatever became of them: only those may a receipt forget, and how many
/// of them are still kept is shown in <c>state</c>.
/// </summary>
/// <param name="believed">
/// Last position given by earlier processes. What they sent nobody remembers, so every one of theirs counts as sent: a
/// receipt for a reading that a crashed process delivered must be believed, or it would be kept for ever.
/// </param>
public sealed class HandedReadings(long believed)
{
    private readonly Lock _gate = new();
    private readonly PositionBits _ever = Believing(believed);
    private readonly PositionBits _kept = new();
    private readonly IntervalSet _withdrawn = new();
    private readonly IntervalSet _replayed = new();
    private long _most = believed;

    /// <summary>Given to a broker by this process and not forgotten.</summary>
    public long Kept
    {
        get
        {
            lock (_gate)
            {
                return _kept.Count;
            }
        }
    }

    /// <summary>The furthest position given to a broker.</summary>
    public long Most
    {
        get
        {
            lock (_gate)
            {
                return _most;
            }
        }
    }

    /// <summary>Called before the message is on the wire: a receipt may overtake its PUBACK.</summary>
    public void Add(long position)
    {
        lock (_gate)
        {
            _ever.Add(position);
            _kept.Add(position);
            _withdrawn.Remove(position, position);
            _most = Math.Max(_most, position);
        }
    }

    /// <summary>They are gone from the store, or parked.</summary>
    public void Forgotten(long first, long last)
    {
        lock (_gate)
        {
            _kept.Remove(first, last);
        }
    }

    /// <summary>Nothing up to this position waits in the store any more, so nobody asks for it.</summary>
    public void NothingWaitsUpTo(long position)
    {
        lock (_gate)
        {
            _ever.RaiseFloor(position);
            _kept.Remove(1, position);
        }
    }

    /// <returns>What of the range a receipt may forget, ascending.</returns>
    public IReadOnlyList<(long First, long Last)> Of(long first, long last)
    {
        lock (_gate)
        {
            return Without([.. _ever.Runs(first, last)]);
        }
    }

    /// <summary>
    /// A parked reading waits again. Its gap may be covered by a receipt that knows nothing of the reading itself: only what
    /// is said after it was sent anew may forget it.
    /// </summary>
    public void Withdraw(long position)
    {
        lock (_gate)
        {
            _withdrawn.Add(position, position);
            _replayed.Add(position, position);
        }
    }

    /// <summary>Every position that was ever withdrawn.</summary>
    public IReadOnlyList<(long First, long Last)> Replayed()
    {
        lock (_gate)
        {
            return [.. _replayed.Intervals];
        }
    }

    /// <returns>The same without what is withdrawn and was not sent anew.</returns>
    public IReadOnlyList<(long First, long Last)> Without(IReadOnlyList<(long First, long Last)> ranges)
    {
        lock (_gate)
        {
            if (_withdrawn.Intervals.Count == 0)
            {
                return ranges;
            }

            var left = new IntervalSet();
            foreach ((long first, long last) in ranges)
            {
                left.Add(first, last);
            }

            foreach ((long first, long last) in _withdrawn.Intervals)
            {
                left.Remove(first, last);
            }

            return [.. left.Intervals];
        }
    }

    private static PositionBits Believing(long floor)
    {
        var bits = new PositionBits();
        bits.RaiseFloor(floor);
        return bits;
    }
}
