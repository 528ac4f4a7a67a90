using System.Net;
using EdgeGateway.Sim.Radio;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>A mobile or a repeater, and the radios behind it.</summary>
public sealed record RadioDevice : ScenarioDevice
{
    public required RadioProfile Profile { get; init; }

    /// <summary>How the gateway reaches it.</summary>
    public required RadioWire Wire { get; init; }

    /// <summary>TCP and UDP: where it listens; a repeater: the port of RRS on slot 1, the others follow.</summary>
    public IPEndPoint? Listen { get; init; }

    /// <summary>Serial: where the device node appears.</summary>
    public string? Port { get; init; }
}

/// <summary>Ways to a radio.</summary>
public enum RadioWire
{
    /// <summary>HRNP on a serial line.</summary>
    Serial,

    /// <summary>HRNP through a serial server.</summary>
    Tcp,

    /// <summary>HRNP on UDP.</summary>
    Udp,

    /// <summary>HSTRP, one port for each service of each slot.</summary>
    Repeater,
}
