using System.Net;
using EdgeGateway.Sim.Twins.PdtRadio.Nmea;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>A satellite receiver.</summary>
public sealed record ReceiverDevice : ScenarioDevice
{
    public required NmeaProfile Profile { get; init; }

    /// <summary>Where it listens as a serial server; null for a serial line.</summary>
    public IPEndPoint? Listen { get; init; }

    /// <summary>The far end of a serial line, such as the other end of a pseudo terminal; null for a serial server.</summary>
    public string? Port { get; init; }
}
