namespace EdgeGateway.Protocol.Geo;

/// <summary>
/// The earth taken as flat around a place, with the lengths of a degree that WGS-84 has there. At 1 km from the origin a place is a few centimetres off,
/// at 10 km some metres.
/// </summary>
public readonly struct LocalPlane
{
    private readonly GeoPoint _origin;
    private readonly double _northM;
    private readonly double _eastM;

    public LocalPlane(GeoPoint origin)
    {
        _origin = origin;
        (_northM, _eastM) = Geodesic.DegreeAt(origin.Lat);
    }

    /// <returns>Metres from the origin, the short way round the earth.</returns>
    public (double EastM, double NorthM) Of(GeoPoint point) => (Math.IEEERemainder(point.Lon - _origin.Lon, 360) * _eastM, (point.Lat - _origin.Lat) * _northM);
}
