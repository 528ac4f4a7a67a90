namespace EdgeGateway.Protocol.Dji;

/// <summary>A pair of degrees.</summary>
internal static class DjiPlace
{
    /// <returns>Null for 0/0, which means no fix, and for what no place on earth has.</returns>
    public static (double Lat, double Lon)? Of(double? latitude, double? longitude) =>
        latitude is { } lat and >= -90 and <= 90 && longitude is { } lon and >= -180 and <= 180 && (lat, lon) != (0, 0) ? (lat, lon) : null;
}
