namespace EdgeGateway.Uplink.Forwarding;

/// <summary>
/// Which readings of one lane a broker has taken while the store still holds them: until its forgetting is committed, or
/// until the platform's receipt. It lives in memory; after a restart they are sent again under the same ids.
/// </summary>
/// <remarks>
/// A reading stands for the interval from behind its predecessor in the lane up to its own position, so that neighbours
/// join although positions count over all lanes, and a million of them take one entry.
/// </remarks>
public sealed class LaneProgress
{
    private readonly Lock _gate = new();
    private readonly IntervalSet _taken = new();
    private int _rewinds;

    /// <summary>Grows when something before a pump's place is to be sent: it starts again at <see cref="Floor"/>.</summary>
    public int Rewinds => Volatile.Read(ref _rewinds);

    /// <summary>Everything of the lane up to this position was taken, or is gone from the store; 0 at first.</summary>
    public long Floor
    {
        get
        {
            lock (_gate)
            {
                return _taken.EndOf(1) ?? 0;
            }
        }
    }

    public bool IsTaken(long position)
    {
        lock (_gate)
        {
            return _taken.Contains(position);
        }
    }

    /// <param name="previous">Position of the reading before it in the lane, as the store gave them; 0 for the first.</param>
    /// <param name="position">The one that was taken.</param>
    public void Take(long previous, long position)
    {
        lock (_gate)
        {
            _taken.Add(previous + 1, position);
        }
    }

    /// <summary>They are to be sent once more.</summary>
    public void Again(long first, long last)
    {
        lock (_gate)
        {
            _taken.Remove(first, last);
        }

        Rewind();
    }

    /// <summary>What lies before their place has changed.</summary>
    public void Rewind() => Interlocked.Increment(ref _rewinds);

    /// <returns>The end of what was taken right behind the position; the position itself when what follows was not.</returns>
    public long BehindTaken(long position)
    {
        lock (_gate)
        {
            return _taken.EndOf(position + 1) ?? position;
        }
    }
}
