using EdgeGateway.Drivers.Generic;
using EdgeGateway.Drivers.Transport.Brokers;

namespace EdgeGateway.Drivers.Generic.Mqtt;

/// <summary>Settings of one device that publishes to a broker of the site.</summary>
public sealed record GenericMqttOptions
{
    public required SiteBrokerOptions Broker { get; init; }

    /// <summary>Topic filters, 1 to 32.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Out of the file that <c>map</c> names.</summary>
    public required SensorMap Map { get; init; }

    /// <summary>Whether a payload is one text and no JSON; default false.</summary>
    public bool IsText { get; init; }

    /// <summary>Whether what the broker had kept becomes readings, flagged as of unknown age; default true.</summary>
    public bool TakesRetained { get; init; } = true;

    internal KnownNames Names { get; } = new();
}
