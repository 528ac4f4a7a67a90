namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>
/// What came within a span of time, by what tells it apart. The span is measured by the clock that nobody can set, and nothing but
/// what has grown old is looked at. Any thread may use it.
/// </summary>
/// <typeparam name="T">What is known of one.</typeparam>
/// <param name="span">How long one is known.</param>
/// <param name="most">Beyond it the oldest is forgotten.</param>
public sealed class RecentCopies<T>(TimeSpan span, int most)
    where T : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, T> _known = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, T One, long Since)> _order = new();

    /// <returns>The one that is known under this key; <paramref name="mine"/> when none was, and from then on.</returns>
    public T Enter(string key, T mine, TimeProvider time)
    {
        lock (_gate)
        {
            long now = time.GetTimestamp();
            while (_order.TryPeek(out var oldest) && time.GetElapsedTime(oldest.Since, now) >= span)
            {
                ForgetOldest();
            }

            if (_known.TryGetValue(key, out var known))
            {
                return known;
            }

            if (_order.Count >= most)
            {
                ForgetOldest();
            }

            _known.Add(key, mine);
            _order.Enqueue((key, mine, now));
            return mine;
        }
    }

    /// <returns>Null when none is known.</returns>
    public T? Find(string key)
    {
        lock (_gate)
        {
            return _known.GetValueOrDefault(key);
        }
    }

    /// <summary>The next one under this key is the first again; another that is known under it by now stays.</summary>
    public void Forget(string key, T one)
    {
        lock (_gate)
        {
            Remove(key, one);
        }
    }

    /// <summary>Likewise each that is so.</summary>
    public void Forget(Func<T, bool> which)
    {
        lock (_gate)
        {
            foreach (var (key, one, _) in _order.Where(entry => which(entry.One)))
            {
                Remove(key, one);
            }
        }
    }

    private void ForgetOldest()
    {
        var (key, one, _) = _order.Dequeue();
        Remove(key, one);
    }

    private void Remove(string key, T one)
    {
        if (_known.GetValueOrDefault(key) == one)
        {
            _known.Remove(key);
        }
    }
}
