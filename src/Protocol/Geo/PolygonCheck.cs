namespace EdgeGateway.Protocol.Geo;

/// <summary>Which corners make an area.</summary>
public static class PolygonCheck
{
    public const int MostCorners = 256;

    /// <summary>Beyond, straight in degrees is far from straight on the ground.</summary>
    public const double MostAcrossM = 100_000;

    /// <param name="corners">Latitude and longitude, the first not repeated at the end.</param>
    /// <returns>The first fault found.</returns>
    public static PolygonFault Of(IReadOnlyList<GeoPoint> corners) => corners.Count switch
    {
        < 3 => PolygonFault.TooFew,
        > MostCorners => PolygonFault.TooMany,
        _ when corners.Any(static corner => !corner.IsOnEarth) => PolygonFault.NotOnEarth,
        _ when Edges(corners).Any(static edge => edge.From == edge.To) => PolygonFault.Repeated,
        _ when corners.Max(static corner => corner.Lon) - corners.Min(static corner => corner.Lon) > 180 => PolygonFault.Antimeridian,
        _ when AcrossM(corners) > MostAcrossM => PolygonFault.TooLarge,
        _ => CrossesItself([.. Edges(corners)]) ? PolygonFault.CrossesItself : PolygonFault.None,
    };

    private static IEnumerable<(GeoPoint From, GeoPoint To)> Edges(IReadOnlyList<GeoPoint> corners) =>
        corners.Select((corner, index) => (corner, corners[(index + 1) % corners.Count]));

    private static double AcrossM(IReadOnlyList<GeoPoint> corners) => Geodesic.DistanceM(
        new GeoPoint(corners.Min(static corner => corner.Lat), corners.Min(static corner => corner.Lon)),
        new GeoPoint(corners.Max(static corner => corner.Lat), corners.Max(static corner => corner.Lon)));

    private static bool CrossesItself((GeoPoint From, GeoPoint To)[] edges)
    {
        for (int i = 0; i < edges.Length; i++)
        {
            for (int j = i + 1; j < edges.Length; j++)
            {
                bool follows = j == i + 1;
                bool closes = i == 0 && j == edges.Length - 1;
                if (follows || closes ? FoldsBack(follows ? edges[i] : edges[j], follows ? edges[j] : edges[i]) : Meet(edges[i], edges[j]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Neighbours share a corner; they must not lie on each other.</summary>
    private static bool FoldsBack((GeoPoint From, GeoPoint To) edge, (GeoPoint From, GeoPoint To) next) =>
        Side(edge.From, edge.To, next.To) == 0 &&
        ((edge.To.Lat - edge.From.Lat) * (next.To.Lat - next.From.Lat)) + ((edge.To.Lon - edge.From.Lon) * (next.To.Lon - next.From.Lon)) < 0;

    private static bool Meet((GeoPoint From, GeoPoint To) one, (GeoPoint From, GeoPoint To) other)
    {
        int fromSide = Side(one.From, one.To, other.From);
        int toSide = Side(one.From, one.To, other.To);
        int oneFrom = Side(other.From, other.To, one.From);
        int oneTo = Side(other.From, other.To, one.To);
        return (fromSide * toSide < 0 && oneFrom * oneTo < 0) ||
            (fromSide == 0 && Within(one, other.From)) || (toSide == 0 && Within(one, other.To)) ||
            (oneFrom == 0 && Within(other, one.From)) || (oneTo == 0 && Within(other, one.To));
    }

    private static int Side(GeoPoint from, GeoPoint to, GeoPoint point) =>
        Math.Sign(((to.Lon - from.Lon) * (point.Lat - from.Lat)) - ((to.Lat - from.Lat) * (point.Lon - from.Lon)));

    /// <summary>For a point on the line of an edge.</summary>
    private static bool Within((GeoPoint From, GeoPoint To) edge, GeoPoint point) =>
        point.Lat >= Math.Min(edge.From.Lat, edge.To.Lat) && point.Lat <= Math.Max(edge.From.Lat, edge.To.Lat) &&
        point.Lon >= Math.Min(edge.From.Lon, edge.To.Lon) && point.Lon <= Math.Max(edge.From.Lon, edge.To.Lon);
}
