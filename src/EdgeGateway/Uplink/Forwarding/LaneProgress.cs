using EdgeGateway.Store;
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
    private long _most;
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

    /// <summary>The furthest position of the lane that a broker ever took; 0 at first.</summary>
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

    /// <returns>The position up to which everything behind this one was taken; this one when its successor was not.</returns>
    public long BehindTaken(long position)
    {
        lock (_gate)
        {
            return _taken.EndOf(position + 1) ?? position;
        }
    }

    /// <summary>What lay between the two is gone from the store: when the second was taken, the lane is whole up to it.</summary>
    /// <param name="previous">Position of the reading before it in the lane, as the store gave them.</param>
    /// <param name="position">The one to look at.</param>
    /// <returns>True when it was taken: it need not be sent.</returns>
    public bool Pass(long previous, long position)
    {
        lock (_gate)
        {
            if (!_taken.Contains(position))
            {
                return false;
            }

            _taken.Add(previous + 1, position);
            return true;
        }
    }

    /// <param name="previous">Position of the reading before it in the lane, as the store gave them; 0 for the first.</param>
    /// <param name="position">The one that was taken.</param>
    /// <param name="asOf">
    /// <see cref="Rewinds"/> when the store gave them. If it has grown, something between the two may wait again, and only
    /// the one itself counts.
    /// </param>
    public void Take(long previous, long position, int asOf)
    {
        lock (_gate)
        {
            _taken.Add(asOf == _rewinds ? previous + 1 : position, position);
            _most = Math.Max(_most, position);
        }
    }

    /// <summary>Nothing that is owed lies between the two: what was taken on both sides joins.</summary>
    /// <param name="previous">Where the one side ends.</param>
    /// <param name="position">Where the other begins.</param>
    /// <param name="asOf">As for <see cref="Take"/>.</param>
    public void Join(long previous, long position, int asOf)
    {
        lock (_gate)
        {
            if (position > previous && asOf == _rewinds)
            {
                _taken.Add(previous + 1, position);
            }
        }
    }

    /// <summary>They are to be sent once more: the pumps of the lane start again.</summary>
    /// <returns>True when anything of it had been taken.</returns>
    public bool Again(long first, long last)
    {
        lock (_gate)
        {
            bool any = _taken.BehindOrAt(first) <= last;
            _taken.Remove(first, last);
            _rewinds += any ? 1 : 0;
            return any;
        }
    }

    /// <summary>What lies before their place has changed.</summary>
    public void Rewind()
    {
        lock (_gate)
        {
            _rewinds++;
        }
    }
}
