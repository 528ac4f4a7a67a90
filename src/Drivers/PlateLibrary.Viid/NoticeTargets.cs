using EdgeGateway.Drivers.Transport;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>How long to stay away from each host that did not take a notice: one that is down costs the others nothing.</summary>
public sealed class NoticeTargets(Random random)
{
    private static readonly TimeSpan s_least = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_most = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, (FullJitterBackoff Backoff, DateTimeOffset Due)> _away = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The pauses between attempts, whoever did not take them.</summary>
    internal static FullJitterBackoff Backoff(Random random) => new(random, s_least, s_most);

    /// <summary>When something may be sent there; in the past when now.</summary>
    public DateTimeOffset Due(Uri target) => _away.TryGetValue(target.Authority, out var away) ? away.Due : DateTimeOffset.MinValue;

    public void Failed(Uri target, DateTimeOffset now)
    {
        var backoff = _away.TryGetValue(target.Authority, out var away) ? away.Backoff : Backoff(random);
        _away[target.Authority] = (backoff, now + backoff.Next());
    }

    public void Took(Uri target) => _away.Remove(target.Authority);
}
