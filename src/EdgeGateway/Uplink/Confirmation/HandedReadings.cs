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
            return [.. _ever.Runs(first, last)];
        }
    }

    private static PositionBits Believing(long floor)
    {
        var bits = new PositionBits();
        bits.RaiseFloor(floor);
        return bits;
    }
}
