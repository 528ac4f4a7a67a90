namespace EdgeGateway.Protocol.Geo;

/// <summary>How the map of a robot lies on the earth: metres x, y on a plane that touches it at the origin.</summary>
/// <param name="Origin">Where x and y are 0.</param>
/// <param name="RotationDeg">By how much the map is turned counter-clockwise: 0 when x points east and y north, 90 when x points north.</param>
public readonly record struct LocalMap(GeoPoint Origin, double RotationDeg)
{
    /// <returns>The place of a point of the map.</returns>
    public GeoPoint ToEarth(double x, double y)
    {
        double distance = Math.Sqrt((x * x) + (y * y));
        return distance == 0 ? Origin : Geodesic.Destination(Origin, 90 - RotationDeg - (Math.Atan2(y, x) * (180 / Math.PI)), distance);
    }

    /// <returns>The point of the map that lies at a place.</returns>
    public (double X, double Y) ToMap(GeoPoint place)
    {
        double distance = Geodesic.DistanceM(Origin, place);
        var (sin, cos) = Math.SinCos((90 - RotationDeg - Geodesic.BearingDeg(Origin, place)) * (Math.PI / 180));
        return (distance * cos, distance * sin);
    }

    /// <param name="theta">Radians counter-clockwise from the map's x axis, any number of turns.</param>
    /// <returns>Degrees, 0 to below 360, north 0, clockwise.</returns>
    public double HeadingDeg(double theta)
    {
        double heading = (90 - RotationDeg - (theta * (180 / Math.PI))) % 360;
        return heading < 0 ? (heading + 360) % 360 : heading;
    }
}
