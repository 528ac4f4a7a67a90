namespace EdgeGateway.Tests.Support;

/// <summary>A clock that runs faster than the wall's, timers included: minutes of patience pass in a second.</summary>
public sealed class HurriedTime(int factor) : TimeProvider
{
    private readonly long _begun = System.GetTimestamp();

    public override long GetTimestamp() => (System.GetTimestamp() - _begun) * factor;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Hurried(dueTime), Hurried(period));

    private TimeSpan Hurried(TimeSpan time) => time <= TimeSpan.Zero ? time : time / factor;
}
