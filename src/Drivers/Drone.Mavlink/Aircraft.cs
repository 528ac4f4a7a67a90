using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>One overheard aircraft, put together from what was heard of it.</summary>
/// <param name="body">What is known of it so far.</param>
/// <param name="pace">Of its readings.</param>
/// <param name="came">When it was heard first, on the listener's clock.</param>
internal sealed class Aircraft(DroneRemoteIdBody body, RatePace pace, TimeSpan came)
{
    /// <summary>Replaced as a whole.</summary>
    public DroneRemoteIdBody Body { get; set; } = body;

    /// <summary>When it was heard last, on the listener's clock.</summary>
    public TimeSpan Heard { get; set; }

    /// <summary>Between the first and the last that was heard of it.</summary>
    public TimeSpan Lasted => Heard - came;

    public RatePace Pace => pace;

    /// <summary>Something of it was not told: the last word is, when it is due.</summary>
    public bool IsNew { get; set; }

    /// <summary>Under which identity it was told; null when it was not.</summary>
    public string? ToldAs { get; set; }
}
