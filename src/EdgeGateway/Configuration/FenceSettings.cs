using EdgeGateway.Protocol.Geo;

namespace EdgeGateway.Configuration;

/// <summary>One entry of <c>airspace.fences</c>.</summary>
public sealed record FenceSettings
{
    /// <summary>Fits <c>NameRule</c>; no second fence has it.</summary>
    public required string Name { get; init; }

    public required FenceKind Kind { get; init; }

    /// <summary>Its ground plan.</summary>
    public required GeoArea Area { get; init; }

    /// <summary>Metres above the take-off point, -500 to 10,000; null for none.</summary>
    public double? FloorM { get; init; }

    /// <summary>Metres above the take-off point, -500 to 10,000, above the floor; null for none.</summary>
    public double? CeilingM { get; init; }

    /// <summary>How far a vehicle may be out, or must be in, before it counts: metres, 0 to 1,000, default 10. An alarm ends without it.</summary>
    public double MarginM { get; init; } = 10;

    /// <summary>All vehicles of these devices must stay in.</summary>
    public IReadOnlyList<string> Devices { get; init; } = [];

    /// <summary>Vehicles of these names must stay in.</summary>
    public IReadOnlyList<string> Vehicles { get; init; } = [];

    /// <summary>Whether a vehicle must stay in it.</summary>
    public bool Holds(string device, string vehicle) => Kind == FenceKind.StayIn && (Devices.Contains(device) || Vehicles.Contains(vehicle));
}
