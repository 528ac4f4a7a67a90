using EdgeGateway.Store;

namespace EdgeGateway.Uplink.Confirmation;

/// <summary>
/// Files of which a broker took every part and which no receipt has named yet. In memory only: after a restart they are
/// sent again. Never more than wait in the store.
/// </summary>
public sealed class AwaitedMedia(ConfirmationLimits limits, TimeProvider time)
{
    /// <summary>Doublings after which the longest wait is reached whatever the limits are.</summary>
    private const int MostDoublings = 16;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Awaited> _files = new(StringComparer.Ordinal);
    private readonly Queue<string> _due = new();
    private long _named;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _files.Count;
            }
        }
    }

    /// <summary>Grows with every receipt that names files.</summary>
    public long Named => Interlocked.Read(ref _named);

    /// <summary>The broker has all of it.</summary>
    public void Taken(StoredMedia file)
    {
        lock (_gate)
        {
            int again = _files.TryGetValue(file.Sha256, out var known) ? known.Again + 1 : 0;
            _files[file.Sha256] = new Awaited(file, time.GetTimestamp(), again, IsDue: false);
        }
    }

    /// <returns>True while it must not be sent: taken, and its receipt may still come.</returns>
    public bool Holds(string sha256)
    {
        lock (_gate)
        {
            return _files.TryGetValue(sha256, out var known) && !known.IsDue;
        }
    }

    /// <returns>True when a broker has had all of it: what is sent now is sent from its first part.</returns>
    public bool WasTaken(string sha256)
    {
        lock (_gate)
        {
            return _files.ContainsKey(sha256);
        }
    }

    /// <returns>False when it is not awaited, or is on its way again already; then its wait begins anew.</returns>
    public bool SendAgain(string sha256)
    {
        lock (_gate)
        {
            if (!_files.TryGetValue(sha256, out var known))
            {
                return false;
            }

            _files[sha256] = known with { At = time.GetTimestamp(), IsDue = true };
            if (!known.IsDue)
            {
                _due.Enqueue(sha256);
            }

            return !known.IsDue;
        }
    }

    /// <returns>What is to be sent again, each once; what has been named meanwhile is left out.</returns>
    public IReadOnlyList<StoredMedia> NextDue(int most)
    {
        lock (_gate)
        {
            var next = new List<StoredMedia>();
            while (next.Count < most && _due.TryDequeue(out string? sha256))
            {
                if (_files.TryGetValue(sha256, out var known) && known.IsDue)
                {
                    next.Add(known.File);
                }
            }

            return next;
        }
    }

    /// <param name="least">Nothing waits shorter; what was sent again already waits longer, twice as long each time.</param>
    /// <param name="since">Waiting before this moment does not count.</param>
    public IReadOnlyList<StoredMedia> Overdue(TimeSpan least, long since)
    {
        lock (_gate)
        {
            long now = time.GetTimestamp();
            return [.. _files.Values.Where(file => time.GetElapsedTime(Math.Max(file.At, since), now) >= WaitOf(file, least)).Select(static file => file.File)];
        }
    }

    /// <summary>A receipt named them, and the store has forgotten them.</summary>
    public void Confirmed(IReadOnlyCollection<StoredMedia> forgotten)
    {
        Interlocked.Increment(ref _named);
        Drop(forgotten);
    }

    /// <summary>They wait no more. What waits again under the same name, further on, is left.</summary>
    public void Drop(IReadOnlyCollection<StoredMedia> gone)
    {
        lock (_gate)
        {
            foreach (var file in gone.Where(file => _files.TryGetValue(file.Sha256, out var known) && known.File.Position <= file.Position))
            {
                _files.Remove(file.Sha256);
            }
        }
    }

    private TimeSpan WaitOf(Awaited file, TimeSpan least)
    {
        var own = limits.ReceiptPatience * Math.Pow(2, Math.Min(file.Again, MostDoublings));
        own = own < limits.ReceiptPatienceMost ? own : limits.ReceiptPatienceMost;
        return own > least ? own : least;
    }

    private sealed record Awaited(StoredMedia File, long At, int Again, bool IsDue);
}
