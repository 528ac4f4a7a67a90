using System.Collections.Concurrent;

namespace EdgeGateway.Sim.Platform;

/// <summary>The links that are open now.</summary>
internal sealed class PlatformLinks
{
    private readonly ConcurrentDictionary<PlatformLink, bool> _all = new();

    public IEnumerable<PlatformLink> All => _all.Keys;

    public void Add(PlatformLink link) => _all[link] = true;

    public void Remove(PlatformLink link) => _all.TryRemove(link, out _);

    /// <param name="action">Done to each.</param>
    /// <param name="clientId">Only this client; null all.</param>
    public void Each(Action<PlatformLink> action, string? clientId = null)
    {
        foreach (PlatformLink link in All.Where(l => clientId is null || l.ClientId == clientId))
        {
            action(link);
        }
    }
}
