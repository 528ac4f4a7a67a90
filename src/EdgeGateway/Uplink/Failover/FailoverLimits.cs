namespace EdgeGateway.Uplink.Failover;

/// <summary>How the gateway moves between brokers.</summary>
public sealed record FailoverLimits
{
    /// <summary>Shortest time between two probes, of whichever broker; default 30 s.</summary>
    public TimeSpan ProbeEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest time between two probes of a broker that stays unwell: it is doubled each time; default 10 min.</summary>
    public TimeSpan ProbeMost { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A connection that lived this long was a success, and the back-off starts anew; default 10 s.</summary>
    public TimeSpan Steady { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A broker that refuses our name, password or right is left alone for this long; default 5 min.</summary>
    public TimeSpan Refused { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>A broker where another gateway took our name is left alone for this long, and up to twice as long; default 60 s.</summary>
    public TimeSpan TakenOver { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Takeovers within <see cref="TakenOverWithin"/> after which all brokers are left alone for as long; default 3.</summary>
    public int TakenOverMost { get; init; } = 3;

    /// <summary>Default 10 min.</summary>
    public TimeSpan TakenOverWithin { get; init; } = TimeSpan.FromMinutes(10);
}
