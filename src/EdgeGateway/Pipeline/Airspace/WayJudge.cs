using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Geo;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>Whether a vehicle may be sent somewhere.</summary>
internal static class WayJudge
{
    /// <param name="fences">Those that it must stay in: the place must be in every one of them.</param>
    /// <param name="from">Where it is; null when that is not known, or is too old.</param>
    /// <param name="to">Where it is to go.</param>
    /// <param name="heightM">Metres above the take-off point; null for a vehicle on the ground.</param>
    /// <returns>As <see cref="Drivers.Abstractions.Airspace.IAirspace.Forbids"/>.</returns>
    public static string? Forbids(IReadOnlyList<FenceSettings> fences, GeoPoint? from, GeoPosition to, double? heightM)
    {
        var place = GeoPoint.Of(to);
        if (!place.IsOnEarth || (heightM is { } height && !double.IsFinite(height)))
        {
            return "bad-position";
        }

        return fences.Count == 0 ? "no-fence"
            : fences.Select(fence => Forbids(fence, from, place, heightM)).FirstOrDefault(static word => word is not null) ?? (from is null ? "position-unknown" : null);
    }

    private static string? Forbids(FenceSettings fence, GeoPoint? from, GeoPoint to, double? heightM) => fence switch
    {
        _ when !fence.Area.Contains(to) => "outside-fence",
        _ when heightM < fence.FloorM => "too-low",
        _ when heightM > fence.CeilingM => "too-high",
        _ when from is { } start && !fence.Area.Keeps(start, to) => "way-leaves-fence",
        _ => null,
    };
}
