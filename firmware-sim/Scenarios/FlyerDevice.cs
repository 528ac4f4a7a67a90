using System.Net;
using EdgeGateway.Sim.Twins.Drone.Mavlink;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>Vehicles on a MAVLink link: they call a UDP port of the gateway, listen on TCP, or have a serial line.</summary>
public sealed record FlyerDevice : LineDevice
{
    public required FlyerProfile Profile { get; init; }

    /// <summary>Where the gateway hears datagrams; null for TCP and serial lines.</summary>
    public IPEndPoint? Target { get; init; }
}
