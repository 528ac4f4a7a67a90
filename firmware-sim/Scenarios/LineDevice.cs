using System.Net;
using EdgeGateway.Sim.Twins.BarcodeReader.Line;
using EdgeGateway.Sim.Twins.XrayScanner.Modbus;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>A device on a serial line or behind a port of its own.</summary>
public abstract record LineDevice : ScenarioDevice
{
    /// <summary>Where it listens; null for a serial line.</summary>
    public IPEndPoint? Listen { get; init; }

    /// <summary>Where the device node of its line appears; null for TCP.</summary>
    public string? Port { get; init; }
}

/// <summary>A belt controller: Modbus TCP, or RTU on a line.</summary>
public sealed record BeltDevice : LineDevice
{
    public required BeltProfile Profile { get; init; }
}

/// <summary>A bar code reader.</summary>
public sealed record BarcodeDevice : LineDevice
{
    public required BarcodeProfile Profile { get; init; }
}
