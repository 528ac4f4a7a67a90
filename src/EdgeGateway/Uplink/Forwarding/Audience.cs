namespace EdgeGateway.Uplink.Forwarding;

/// <summary>Whether anybody at the broker listens: 0x10 on everything for five minutes is worth telling.</summary>
public sealed class Audience(TimeProvider time)
{
    /// <summary>How long without a listener before it is said.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private long? _deafSince;

    public bool NobodyListening
    {
        get
        {
            lock (_gate)
            {
                return _deafSince is { } since && time.GetElapsedTime(since) >= Patience;
            }
        }
    }

    public void Noted(AckReaction reaction)
    {
        lock (_gate)
        {
            _deafSince = reaction switch
            {
                AckReaction.HoldTopic => _deafSince ?? time.GetTimestamp(),
                AckReaction.Delivered => null,
                _ => _deafSince,
            };
        }
    }
}
