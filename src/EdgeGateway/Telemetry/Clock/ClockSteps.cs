namespace EdgeGateway.Telemetry.Clock;

/// <summary>Notices that somebody set the clock: the wall clock and the one since boot went different ways.</summary>
public sealed class ClockSteps(TimeProvider time)
{
    /// <summary>A time daemon slews by less; whoever sets a clock means more.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromMilliseconds(500);

    private DateTimeOffset _wall = time.GetUtcNow();
    private long _boot = time.GetTimestamp();

    /// <returns>How far the clock was set since the last look, forward positive; null when it was not.</returns>
    public TimeSpan? Look()
    {
        DateTimeOffset wall = time.GetUtcNow();
        long boot = time.GetTimestamp();
        TimeSpan step = wall - _wall - time.GetElapsedTime(_boot, boot);
        (_wall, _boot) = (wall, boot);
        return step.Duration() >= Least ? step : null;
    }
}
