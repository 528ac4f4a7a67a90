using System.Globalization;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.Generic;

/// <summary>Where it happened, in degrees of WGS-84.</summary>
/// <param name="Lat">North positive.</param>
/// <param name="Lon">East positive.</param>
public sealed record MapPosition(MapPath Lat, MapPath Lon)
{
    /// <param name="scope">Where to look.</param>
    /// <param name="why">Why there is none although something stands there.</param>
    internal GeoPosition? Of(in MapScope scope, out string? why)
    {
        why = null;
        var (lat, lon) = (Lat.First(scope), Lon.First(scope));
        if (lat is null && lon is null)
        {
            return null;
        }

        // 0, 0 is what a receiver without a fix says, and the sea.
        if (Degrees(lat, 90) is { } north && Degrees(lon, 180) is { } east && (north != 0 || east != 0))
        {
            return new GeoPosition(north, east, "WGS-84", "device");
        }

        why = MapReasons.PositionImpossible;
        return null;
    }

    private static double? Degrees(BodyNode? found, double most) =>
        double.TryParse(found?.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double degrees) && Math.Abs(degrees) <= most ? degrees : null;
}
