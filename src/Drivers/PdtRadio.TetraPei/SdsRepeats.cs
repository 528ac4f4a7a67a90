namespace EdgeGateway.Drivers.PdtRadio.TetraPei;

/// <summary>
/// Knows short data that came within the last minute: some terminals write the same message four times on their port
/// (pdt-radio.md section 15, Q2). What was not made safe is forgotten, so that a copy of it counts as the first. The minute is
/// measured by the clock that nobody can set, and nothing but what has grown old is looked at.
/// </summary>
/// <remarks>
/// Not <see cref="RepeatWindow"/>, which lets a copy wait until the first one is safe: here the copies come from the one reader of the
/// line, and who waits there keeps everything behind it from being read. A copy of what is not safe yet is dropped at once, one of what is safe is answered again.
/// </remarks>
internal sealed class SdsRepeats
{
    private const int Most = 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Copy> _seen = new(StringComparer.Ordinal);
    private readonly Queue<Copy> _order = new();

    /// <returns>True for the first copy.</returns>
    public bool Enter(string key, TimeProvider time)
    {
        long now = time.GetTimestamp();
        lock (_gate)
        {
            while (_order.TryPeek(out var oldest) && (_order.Count >= Most || time.GetElapsedTime(oldest.Since, now) > RepeatWindow.Length))
            {
                Forget(_order.Dequeue());
            }

            var mine = new Copy(key, now);
            if (!_seen.TryAdd(key, mine))
            {
                return false;
            }

            _order.Enqueue(mine);
            return true;
        }
    }

    public void MarkSafe(string key)
    {
        lock (_gate)
        {
            if (_seen.TryGetValue(key, out var known))
            {
                known.IsSafe = true;
            }
        }
    }

    public bool IsSafe(string key)
    {
        lock (_gate)
        {
            return _seen.TryGetValue(key, out var known) && known.IsSafe;
        }
    }

    /// <summary>The conversation ended: whatever is not safe now never will be.</summary>
    public void ForgetUnsafe()
    {
        lock (_gate)
        {
            foreach (var copy in _order.Where(copy => !copy.IsSafe))
            {
                Forget(copy);
            }
        }
    }

    private void Forget(Copy copy)
    {
        if (_seen.GetValueOrDefault(copy.Key) == copy)
        {
            _seen.Remove(copy.Key);
        }
    }

    private sealed class Copy(string key, long since)
    {
        public string Key { get; } = key;

        public long Since { get; } = since;

        public bool IsSafe { get; set; }
    }
}
