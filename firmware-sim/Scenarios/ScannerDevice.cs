using System.Net;
using EdgeGateway.Sim.Twins.XrayScanner.Dicos;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>An X-ray scanner that writes DICOS files.</summary>
public sealed record ScannerDevice : ScenarioDevice
{
    public required ScannerProfile Profile { get; init; }

    /// <summary>Devices that name the same line see the same parcels; null for a line of its own.</summary>
    public string? Line { get; init; }

    /// <summary>Parcels a second, above 0.</summary>
    public double Rate { get; init; } = 0.8;

    /// <summary>Where it writes; null when it sends.</summary>
    public string? Folder { get; init; }

    /// <summary>Where it sends, with storescu; null when it writes.</summary>
    public IPEndPoint? Store { get; init; }
}
