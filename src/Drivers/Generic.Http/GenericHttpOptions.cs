using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Generic;

namespace EdgeGateway.Drivers.Generic.Http;

/// <summary>Settings of one device that posts JSON.</summary>
public sealed record GenericHttpOptions
{
    /// <summary>What the device writes behind its id.</summary>
    public required Secret Token { get; init; }

    /// <summary>Out of the file that <c>map</c> names.</summary>
    public required SensorMap Map { get; init; }

    /// <summary>Whether a body with a message that no rule takes, or with more entries than are made of one, is refused as a whole; default false, it is counted.</summary>
    public bool RefusesUnmatched { get; init; }

    internal KnownNames Names { get; } = new();
}
