using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Protocol.Geo;

/// <summary>A place on WGS-84, for working with many of them.</summary>
/// <param name="Lat">Degrees north, -90 to 90.</param>
/// <param name="Lon">Degrees east, -180 to 180.</param>
public readonly record struct GeoPoint(double Lat, double Lon)
{
    /// <summary>Whether both are numbers on the earth; NaN is not.</summary>
    public bool IsOnEarth => Lat is >= -90 and <= 90 && Lon is >= -180 and <= 180;

    public static GeoPoint Of(GeoPosition position) => new(position.Lat, position.Lon);

    /// <param name="from">Who measured it, as in <see cref="GeoPosition.From"/>.</param>
    public GeoPosition ToPosition(string from) => new(Lat, Lon, "WGS-84", from);
}
