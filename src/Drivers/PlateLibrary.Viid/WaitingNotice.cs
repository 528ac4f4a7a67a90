using EdgeGateway.Drivers.Abstractions.HotList;
using EdgeGateway.Drivers.Transport;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>A notice that the library has not taken yet.</summary>
/// <param name="notice">What is to be told.</param>
/// <param name="target">Where.</param>
internal sealed class WaitingNotice(HotListNotice notice, Uri target)
{
    private FullJitterBackoff? _backoff;

    public HotListNotice Notice { get; } = notice;

    public Uri Target { get; } = target;

    /// <summary>Not to be sent before; in the past when it was never refused.</summary>
    public DateTimeOffset Due { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>The library did not take it: longer and longer pauses, for this one alone.</summary>
    public void Refused(DateTimeOffset now, Random random)
    {
        _backoff ??= NoticeTargets.Backoff(random);
        Due = now + _backoff.Next();
    }
}
