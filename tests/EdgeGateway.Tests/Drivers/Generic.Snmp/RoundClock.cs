using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Generic.Snmp;

/// <summary>The test's clock, which also counts the waits between two rounds: they are longer than every other one.</summary>
internal sealed class RoundClock(FakeTimeProvider clock) : TimeProvider
{
    private static readonly TimeSpan s_longestAnswer = TimeSpan.FromSeconds(10);

    private int _waits;
    private volatile bool _isBetween;

    public int Waits => Volatile.Read(ref _waits);

    /// <summary>Whether the driver stands waiting for an answer: only then does time bring it further.</summary>
    public bool AwaitsAnswer => !_isBetween && clock.Timers > 0;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // Said before there is a timer, so that the wait between two rounds is never taken for one for an answer.
        _isBetween = dueTime > s_longestAnswer;
        var timer = clock.CreateTimer(callback, state, dueTime, period);
        if (dueTime > s_longestAnswer)
        {
            Interlocked.Increment(ref _waits);
        }

        return timer;
    }
}
