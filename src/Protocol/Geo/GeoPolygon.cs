namespace EdgeGateway.Protocol.Geo;

/// <summary>
/// An area with corners, dents allowed; its edges are straight in degrees. Which corners make one: <see cref="PolygonCheck"/>. The direction in which they
/// are listed means nothing.
/// </summary>
public sealed class GeoPolygon : GeoArea
{
    /// <summary>Degrees, about a hundredth of a millimetre: nearer than that is on the edge.</summary>
    private const double Touch = 1e-10;

    private readonly GeoPoint[] _corners;
    private readonly GeoPoint _least;
    private readonly GeoPoint _most;

    /// <param name="corners">3 or more, the first not repeated at the end.</param>
    /// <exception cref="ArgumentException"><see cref="PolygonCheck"/> finds fault with them.</exception>
    public GeoPolygon(IReadOnlyList<GeoPoint> corners)
    {
        if (PolygonCheck.Of(corners) is var fault and not PolygonFault.None)
        {
            throw new ArgumentException($"These corners make no area: {fault}.", nameof(corners));
        }

        _corners = [.. corners];
        _least = new GeoPoint(corners.Min(static corner => corner.Lat) - Touch, corners.Min(static corner => corner.Lon) - Touch);
        _most = new GeoPoint(corners.Max(static corner => corner.Lat) + Touch, corners.Max(static corner => corner.Lon) + Touch);
    }

    public IReadOnlyList<GeoPoint> Corners => _corners;

    /// <inheritdoc/>
    public override bool Contains(GeoPoint point)
    {
        if (!(point.Lat >= _least.Lat && point.Lat <= _most.Lat && point.Lon >= _least.Lon && point.Lon <= _most.Lon))
        {
            return false;
        }

        bool inside = false;
        var before = _corners[^1];
        foreach (var corner in _corners)
        {
            if (IsOn(before, corner, point))
            {
                return true;
            }

            // Half open: a corner belongs to one of its two edges, so that a ray through it counts it once.
            if (corner.Lat > point.Lat != before.Lat > point.Lat && point.Lon < before.Lon + ((point.Lat - before.Lat) / (corner.Lat - before.Lat) * (corner.Lon - before.Lon)))
            {
                inside = !inside;
            }

            before = corner;
        }

        return inside;
    }

    /// <inheritdoc/>
    public override double EdgeDistanceM(GeoPoint point)
    {
        var plane = new LocalPlane(point);
        double least = double.MaxValue;
        var before = plane.Of(_corners[^1]);
        foreach (var corner in _corners)
        {
            var end = plane.Of(corner);
            least = Math.Min(least, SquareToOrigin(before, end));
            before = end;
        }

        return Math.Sqrt(least);
    }

    /// <inheritdoc/>
    public override bool Keeps(GeoPoint from, GeoPoint to)
    {
        if (!Contains(to))
        {
            return false;
        }

        double[] cuts = [.. Cuts(from, to).Append(0).Append(1).Order()];
        bool cameIn = Contains(from);
        for (int i = 1; i < cuts.Length; i++)
        {
            if (cuts[i] - cuts[i - 1] < Touch)
            {
                continue;
            }

            bool inside = Contains(Between(from, to, (cuts[i] + cuts[i - 1]) / 2));
            if (cameIn && !inside)
            {
                return false;
            }

            cameIn = inside;
        }

        return true;
    }

    /// <returns>Where the way meets the edges, as parts of its length; ends of edges along the way too.</returns>
    private IEnumerable<double> Cuts(GeoPoint from, GeoPoint to)
    {
        double north = to.Lat - from.Lat;
        double east = to.Lon - from.Lon;
        double square = (north * north) + (east * east);
        var before = _corners[^1];
        foreach (var corner in _corners)
        {
            double along = ((corner.Lat - before.Lat) * east) - ((corner.Lon - before.Lon) * north);
            double cut = along == 0
                ? (((corner.Lat - from.Lat) * north) + ((corner.Lon - from.Lon) * east)) / square
                : (((corner.Lat - before.Lat) * (before.Lon - from.Lon)) - ((corner.Lon - before.Lon) * (before.Lat - from.Lat))) / along;
            if (cut is > 0 and < 1)
            {
                yield return cut;
            }

            before = corner;
        }
    }

    private static GeoPoint Between(GeoPoint from, GeoPoint to, double part) => new(from.Lat + (part * (to.Lat - from.Lat)), from.Lon + (part * (to.Lon - from.Lon)));

    private static bool IsOn(GeoPoint start, GeoPoint end, GeoPoint point)
    {
        double north = end.Lat - start.Lat;
        double east = end.Lon - start.Lon;
        double square = (north * north) + (east * east);
        double off = (east * (point.Lat - start.Lat)) - (north * (point.Lon - start.Lon));
        if (off * off > Touch * Touch * square)
        {
            return false;
        }

        double along = (north * (point.Lat - start.Lat)) + (east * (point.Lon - start.Lon));
        double slack = Touch * Math.Sqrt(square);
        return along >= -slack && along <= square + slack;
    }

    private static double SquareToOrigin((double East, double North) start, (double East, double North) end)
    {
        double east = end.East - start.East;
        double north = end.North - start.North;
        double square = (east * east) + (north * north);
        double part = square == 0 ? 0 : Math.Clamp(-((start.East * east) + (start.North * north)) / square, 0, 1);
        double x = start.East + (part * east);
        double y = start.North + (part * north);
        return (x * x) + (y * y);
    }
}
