using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>How a pump that has nothing to send waits.</summary>
internal static class NextLook
{
    private static readonly TimeSpan s_atLatest = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Until the store has more behind <paramref name="after"/>, and a second at the most: meanwhile an answer may have
    /// changed the pump's mind. The wait that lost is ended, or a quiet night would leave thousands behind.
    /// </summary>
    public static async Task WaitAsync(IReadingStore store, Lane lane, long after, TimeProvider time, CancellationToken ct)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(store.WaitAsync(lane, after, both.Token), Task.Delay(s_atLatest, time, both.Token)).ConfigureAwait(false);
        await both.CancelAsync().ConfigureAwait(false);
    }
}
