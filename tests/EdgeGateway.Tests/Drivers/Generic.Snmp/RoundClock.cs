using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Generic.Snmp;

/// <summary>The test's clock, which also counts the waits between two rounds: they are longer than every other one.</summary>
internal sealed class RoundClock(FakeTimeProvider clock) : TimeProvider
{
    private static readonly TimeSpan s_longestAnswer = TimeSpan.FromSeconds(10);

    private int _waits;

    public int Waits => Volatile.Read(ref _waits);

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = clock.CreateTimer(callback, state, dueTime, period);
        if (dueTime > s_longestAnswer)
        {
            Interlocked.Increment(ref _waits);
        }

        return timer;
    }
}
