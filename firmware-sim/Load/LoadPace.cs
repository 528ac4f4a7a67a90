namespace EdgeGateway.Sim.Load;

/// <summary>
/// Hands out posts to all connections together: at most so many, no later than the end, and at the rate. When answers
/// are slow the schedule is not made up in a rush beyond a tenth of a second.
/// </summary>
public sealed class LoadPace(LoadOptions options, DateTimeOffset start, TimeProvider time)
{
    private readonly long _most = options.Count > 0 ? options.Count : long.MaxValue;
    private readonly DateTimeOffset _end = options.Duration > TimeSpan.Zero ? start + options.Duration : DateTimeOffset.MaxValue;
    private long _taken;
    private long _slot;

    /// <summary>Posts handed out.</summary>
    public long Taken => Math.Min(Interlocked.Read(ref _taken), _most);

    /// <returns>False when there is nothing left to do.</returns>
    public async ValueTask<bool> TakeAsync(CancellationToken ct)
    {
        if (ct.IsCancellationRequested || time.GetUtcNow() >= _end || Interlocked.Increment(ref _taken) > _most)
        {
            return false;
        }

        if (options.Rate <= 0)
        {
            return true;
        }

        TimeSpan wait = Due() - time.GetUtcNow();
        if (wait >= TimeSpan.FromMilliseconds(1))
        {
            await Task.Delay(wait, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return !ct.IsCancellationRequested;
    }

    private DateTimeOffset Due()
    {
        long earliest = (long)((time.GetUtcNow() - start).TotalSeconds * options.Rate) - (long)(options.Rate / 10);
        while (true)
        {
            long slot = Interlocked.Read(ref _slot);
            long mine = Math.Max(slot, earliest);
            if (Interlocked.CompareExchange(ref _slot, mine + 1, slot) == slot)
            {
                return start + TimeSpan.FromSeconds(mine / options.Rate);
            }
        }
    }
}
