using EdgeGateway.Sim.Mqtt;
using EdgeGateway.Sim.Sensors;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>A device without a driver of its own; it posts or publishes, exactly one of the two.</summary>
public sealed record SensorDevice : ScenarioDevice
{
    public required SensorProfile Profile { get; init; }

    /// <summary>Posts there, with device and token in the path.</summary>
    public Uri? Url { get; init; }

    /// <summary>Publishes there.</summary>
    public SimMqttOptions? Broker { get; init; }
}
