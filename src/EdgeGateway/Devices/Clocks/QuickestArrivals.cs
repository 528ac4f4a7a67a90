namespace EdgeGateway.Devices.Clocks;

/// <summary>
/// The least of receipt minus capture over a sliding window: what is left when a reading was hardly on the way at all
/// (plate-camera.md section 8, time service). Sixty stretches of time, so it needs the same memory for any traffic; on a quiet
/// road, where the window holds too few, the last few readings of six hours.
/// </summary>
/// <param name="window">How far back it looks.</param>
internal sealed class QuickestArrivals(TimeSpan window)
{
    /// <summary>So many readings are worth an estimate.</summary>
    public const int Enough = 5;

    private const int Stretches = 60;

    private static readonly TimeSpan s_quietRoad = TimeSpan.FromHours(6);

    private readonly (long Stretch, TimeSpan Least, int Count)[] _ring = new (long, TimeSpan, int)[Stretches];
    private readonly Queue<(TimeSpan At, TimeSpan Delay)> _last = new();
    private readonly long _length = Math.Max(1, window.Ticks / Stretches);

    /// <param name="now">On a clock that only grows.</param>
    /// <param name="delay">Receipt minus capture; negative when the device's clock is ahead.</param>
    public void Add(TimeSpan now, TimeSpan delay)
    {
        long stretch = now.Ticks / _length;
        ref var slot = ref _ring[stretch % Stretches];
        slot = slot.Count > 0 && slot.Stretch == stretch
            ? (stretch, delay < slot.Least ? delay : slot.Least, slot.Count + 1)
            : (stretch, delay, 1);
        _last.Enqueue((now, delay));
        if (_last.Count > Enough)
        {
            _last.Dequeue();
        }
    }

    /// <returns>The least delay and how many readings it is the least of; null when there was none.</returns>
    public (TimeSpan Least, int Count)? Now(TimeSpan now)
    {
        if (OfWindow(now) is { Count: >= Enough } window)
        {
            return window;
        }

        var last = _last.Where(one => now - one.At <= s_quietRoad).ToList();
        return last.Count > 0 ? (last.Min(one => one.Delay), last.Count) : null;
    }

    public void Forget()
    {
        Array.Clear(_ring);
        _last.Clear();
    }

    private (TimeSpan Least, int Count) OfWindow(TimeSpan now)
    {
        long oldest = (now.Ticks / _length) - Stretches + 1;
        int count = 0;
        var least = TimeSpan.MaxValue;
        foreach (var slot in _ring)
        {
            if (slot.Count > 0 && slot.Stretch >= oldest)
            {
                count += slot.Count;
                least = slot.Least < least ? slot.Least : least;
            }
        }

        return (least, count);
    }
}
