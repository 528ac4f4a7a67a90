namespace EdgeGateway.Drivers.PdtRadio.TetraPei;

/// <summary>
/// Knows short data that came within the last minute: some terminals write the same message four times on their port
/// (pdt-radio.md section 15, Q2). What was not made safe is forgotten, so that a copy of it counts as the first.
/// </summary>
internal sealed class SdsRepeats
{
    private const int Most = 1024;

    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DateTimeOffset At, bool Safe)> _seen = new(StringComparer.Ordinal);

    /// <returns>True for the first copy.</returns>
    public bool Enter(string key, DateTimeOffset now)
    {
        lock (_gate)
        {
            foreach (var (old, _) in _seen.Where(one => (now - one.Value.At).Duration() > s_window).ToList())
            {
                _seen.Remove(old);
            }

            if (_seen.Count >= Most)
            {
                _seen.Remove(_seen.MinBy(one => one.Value.At).Key);
            }

            return _seen.TryAdd(key, (now, false));
        }
    }

    public void MarkSafe(string key)
    {
        lock (_gate)
        {
            if (_seen.TryGetValue(key, out var known))
            {
                _seen[key] = known with { Safe = true };
            }
        }
    }

    public bool IsSafe(string key)
    {
        lock (_gate)
        {
            return _seen.TryGetValue(key, out var known) && known.Safe;
        }
    }

    /// <summary>The conversation ended: whatever is not safe now never will be.</summary>
    public void ForgetUnsafe()
    {
        lock (_gate)
        {
            foreach (var (key, _) in _seen.Where(one => !one.Value.Safe).ToList())
            {
                _seen.Remove(key);
            }
        }
    }
}
