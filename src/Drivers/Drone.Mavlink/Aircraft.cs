using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>One overheard aircraft, put together from what was heard of it.</summary>
/// <param name="body">What is known of it so far.</param>
/// <param name="every">Least time between two readings.</param>
internal sealed class Aircraft(DroneRemoteIdBody body, TimeSpan every)
{
    /// <summary>Replaced as a whole.</summary>
    public DroneRemoteIdBody Body { get; set; } = body;

    /// <summary>When it was heard last, on the listener's clock.</summary>
    public TimeSpan Heard { get; set; }

    public TellGate Gate { get; } = new(every);

    /// <summary>Under which identity it was told; null when it was not.</summary>
    public string? ToldAs { get; set; }
}
