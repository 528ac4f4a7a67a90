using EdgeGateway.Sim.Twins.Drone.Dji;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>A dock with its aircraft.</summary>
public sealed record DockDevice : ScenarioDevice
{
    public required DockProfile Profile { get; init; }

    /// <summary>The site's broker, <c>mqtt://user:password@host:port</c>.</summary>
    public required string Broker { get; init; }
}
