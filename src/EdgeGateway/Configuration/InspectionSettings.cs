namespace EdgeGateway.Configuration;

/// <summary>Section <c>inspection</c>: where parcels are inspected, and what is told of one parcel by which devices.</summary>
public sealed record InspectionSettings
{
    /// <summary>Codes differ; a device stands in one station at the most.</summary>
    public IReadOnlyList<StationSettings> Stations { get; init; } = [];
}
