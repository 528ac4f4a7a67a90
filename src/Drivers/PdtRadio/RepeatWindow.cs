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

    private readonly RecentCopies<TaskCompletionSource<bool>> _copies = new(Length, Most);

    /// <summary>Runs <paramref name="first"/> for the first copy, at once and on the caller's thread; waits for it with every other.</summary>
    /// <param name="key">What tells the message apart from others.</param>
    /// <param name="first">Makes the message safe. When it fails, the next copy is the first.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>True for the first copy, false for a repeat whose first copy is safe.</returns>
    public async Task<bool> OnceAsync(string key, Func<Task> first, CancellationToken ct)
    {
        while (true)
        {
            var mine = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            var known = _copies.Enter(key, mine, time);
            if (known == mine)
            {
                await RunAsync(key, mine, first).ConfigureAwait(false);
                return true;
            }

            if (await known.Task.WaitAsync(ct).ConfigureAwait(false))
            {
                return false;
            }
        }
    }

    private async Task RunAsync(string key, TaskCompletionSource<bool> mine, Func<Task> first)
    {
        bool safe = false;
        try
        {
            await first().ConfigureAwait(false);
            safe = true;
        }
        finally
        {
            if (!safe)
            {
                _copies.Forget(key, mine);
            }

            mine.TrySetResult(safe);
        }
    }
}
