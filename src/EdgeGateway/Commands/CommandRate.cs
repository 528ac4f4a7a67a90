namespace EdgeGateway.Commands;

/// <summary>A bucket of tokens: bursts pass, floods do not. Guards the disk against strangers, since every refusal is written down.</summary>
/// <param name="perSecond">Tokens that come back each second, from 1.</param>
/// <param name="burst">Tokens at the most, from 1.</param>
/// <param name="time">Its steady clock.</param>
public sealed class CommandRate(int perSecond, int burst, TimeProvider time)
{
    private readonly Lock _gate = new();
    private double _tokens = burst;
    private long _at = time.GetTimestamp();

    public bool TryTake()
    {
        lock (_gate)
        {
            long now = time.GetTimestamp();
            _tokens = Math.Min(burst, _tokens + (time.GetElapsedTime(_at, now).TotalSeconds * perSecond));
            _at = now;
            bool taken = _tokens >= 1;
            _tokens -= taken ? 1 : 0;
            return taken;
        }
    }
}
