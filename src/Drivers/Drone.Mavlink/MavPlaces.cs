using EdgeGateway.Protocol.Geo;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>Where a vehicle is, by what it says.</summary>
internal static class MavPlaces
{
    /// <summary>It claims to be at 0/0, which is what says one that does not know.</summary>
    public const string ZeroPosition = "ZERO_POSITION";

    /// <summary>It claims a place that is not on earth.</summary>
    public const string BadPosition = "BAD_POSITION";

    /// <summary>Its own estimate; without one its receiver, when that has a fix.</summary>
    public static MavPlace Of(VehicleSignals signals) => signals switch
    {
        { Position: { } at } => Scaled(at.Lat, at.Lon),
        { Gps: { FixType: >= 2 } gps } => Scaled(gps.Lat, gps.Lon),
        _ => default,
    };

    public static GeoPosition? Home(VehicleSignals signals) => signals.Home is { } home ? Scaled(home.Latitude, home.Longitude).Position : null;

    /// <param name="lat">1e-7 degrees.</param>
    /// <param name="lon">1e-7 degrees.</param>
    public static MavPlace Scaled(int lat, int lon) => (lat, lon) switch
    {
        (0, 0) => new MavPlace(null, ZeroPosition),
        (< -900_000_000 or > 900_000_000, _) or (_, < -1_800_000_000 or > 1_800_000_000) => new MavPlace(null, BadPosition),
        _ => new MavPlace(new GeoPosition(lat / 1e7, lon / 1e7, "WGS-84", "device"), null),
    };

    public static double? HomeDistanceM(GeoPosition? at, GeoPosition? home) =>
        at is null || home is null ? null : Math.Round(Geodesic.DistanceM(GeoPoint.Of(at), GeoPoint.Of(home)), 1);
}

/// <param name="Position">Null when it does not know, or claims what cannot be.</param>
/// <param name="Flag">Why; null when it simply said nothing.</param>
internal readonly record struct MavPlace(GeoPosition? Position, string? Flag);
