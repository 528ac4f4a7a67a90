namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>
/// Lets one copy of a message through and makes the others wait until that one is safe (pdt-radio.md section 15, Q1 to Q3).
/// A copy is told by what the application put into it, never by the number of the transport.
/// </summary>
/// <param name="time">Whose clock measures the window.</param>
public sealed class RepeatWindow(TimeProvider time)
{
    /// <summary>How long after the first copy another one counts as a repeat.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(60);

    /// <summary>More messages within the window than any channel can carry; beyond it the oldest is forgotten.</summary>
    public const int Most = 4096;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Copy> _copies = new(StringComparer.Ordinal);
    private readonly Queue<Copy> _order = new();

    /// <summary>Runs <paramref name="first"/> for the first copy, at once and on the caller's thread; waits for it with every other.</summary>
    /// <param name="key">What tells the message apart from others.</param>
    /// <param name="first">Makes the message safe. When it fails, the next copy is the first.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>True for the first copy, false for a repeat whose first copy is safe.</returns>
    public async Task<bool> OnceAsync(string key, Func<Task> first, CancellationToken ct)
    {
        while (true)
        {
            var mine = new Copy(key, time.GetTimestamp());
            var known = Enter(mine);
            if (known == mine)
            {
                await RunAsync(mine, first).ConfigureAwait(false);
                return true;
            }

            if (await known.Safe.Task.WaitAsync(ct).ConfigureAwait(false))
            {
                return false;
            }
        }
    }

    private async Task RunAsync(Copy mine, Func<Task> first)
    {
        bool safe = false;
        try
        {
            await first().ConfigureAwait(false);
            safe = true;
        }
        finally
        {
            Settle(mine, safe);
        }
    }

    private Copy Enter(Copy mine)
    {
        lock (_gate)
        {
            while (_order.TryPeek(out var oldest) && time.GetElapsedTime(oldest.Since, mine.Since) >= Length)
            {
                Forget(_order.Dequeue());
            }

            if (_copies.TryGetValue(mine.Key, out var known))
            {
                return known;
            }

            if (_order.Count >= Most)
            {
                Forget(_order.Dequeue());
            }

            _copies.Add(mine.Key, mine);
            _order.Enqueue(mine);
            return mine;
        }
    }

    private void Settle(Copy mine, bool safe)
    {
        if (!safe)
        {
            lock (_gate)
            {
                Forget(mine);
            }
        }

        mine.Safe.TrySetResult(safe);
    }

    private void Forget(Copy copy)
    {
        if (_copies.GetValueOrDefault(copy.Key) == copy)
        {
            _copies.Remove(copy.Key);
        }
    }

    private sealed class Copy(string key, long since)
    {
        public string Key { get; } = key;

        public long Since { get; } = since;

        public TaskCompletionSource<bool> Safe { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
