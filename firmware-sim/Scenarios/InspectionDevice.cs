using System.Net;
using EdgeGateway.Sim.Inspections;
using EdgeGateway.Sim.Parcels;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>A scanner that tells its parcels on a vendor's event channel.</summary>
public sealed record InspectionDevice : ScenarioDevice
{
    public required InspectionProfile Profile { get; init; }

    public ParcelMix Mix { get; init; } = new();

    /// <summary>Name of the line it stands at: devices with the same name and rate tell parts of the same parcels. Null for a line of its own.</summary>
    public string? Line { get; init; }

    /// <summary>Parcels a second, above 0.</summary>
    public required double Rate { get; init; }

    /// <summary>Push: where to, with device and token in the path.</summary>
    public Uri? Url { get; init; }

    /// <summary>Pull: where it listens.</summary>
    public IPEndPoint? Listen { get; init; }

    /// <summary>Pull: who may look.</summary>
    public string User { get; init; } = "";

    public string Password { get; init; } = "";
}
