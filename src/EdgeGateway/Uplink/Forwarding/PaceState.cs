namespace EdgeGateway.Uplink.Forwarding;

/// <summary>How fast a backlog may go.</summary>
public enum BackfillSpeed
{
    /// <summary>As fast as its share allows.</summary>
    Run,

    /// <summary>So many readings a second.</summary>
    Slow,

    /// <summary>Not at all; live readings go on.</summary>
    Stop,
}

/// <param name="Speed">How fast.</param>
/// <param name="ReadingsPerSecond">Only with <see cref="BackfillSpeed.Slow"/>, from 1.</param>
/// <param name="Until">When it ends by itself; null for never.</param>
public sealed record PaceState(BackfillSpeed Speed, int ReadingsPerSecond = 0, DateTimeOffset? Until = null)
{
    public static readonly PaceState Running = new(BackfillSpeed.Run);
}
