using EdgeGateway.Sim.Mqtt;
using EdgeGateway.Sim.Twins.PatrolRobot.Vda5050;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>A patrol robot at a broker of the site.</summary>
public sealed record RobotDevice : ScenarioDevice
{
    public required RobotProfile Profile { get; init; }

    public required SimMqttOptions Broker { get; init; }
}
