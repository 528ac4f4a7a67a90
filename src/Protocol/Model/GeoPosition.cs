namespace EdgeGateway.Protocol.Model;

/// <summary>A place on earth.</summary>
/// <param name="Lat">Latitude in degrees, -90 to 90, north positive.</param>
/// <param name="Lon">Longitude in degrees, -180 to 180, east positive.</param>
/// <param name="Datum">Geodetic datum; always <c>WGS-84</c> on the way north.</param>
/// <param name="From">Who measured it: <c>site</c> (configuration) or <c>device</c>.</param>
public sealed record GeoPosition(double Lat, double Lon, string Datum, string From);
