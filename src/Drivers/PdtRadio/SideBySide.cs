namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Parts of one conversation: when one ends, all end.</summary>
public static class SideBySide
{
    /// <summary>Runs the parts until the first of them ends, stops the others and waits for them.</summary>
    /// <returns>Ends as that first part ended.</returns>
    public static async Task RunAsync(CancellationToken ct, params IReadOnlyList<Func<CancellationToken, Task>> parts)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var running = parts.Select(part => part(stop.Token)).ToList();
        var first = await Task.WhenAny(running).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
        await first.ConfigureAwait(false);
    }
}
