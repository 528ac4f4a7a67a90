namespace EdgeGateway.Protocol.Geo;

/// <summary>A piece of the earth's surface, its edge included, some kilometres across.</summary>
public abstract class GeoArea
{
    public abstract bool Contains(GeoPoint point);

    /// <returns>Metres to the nearest point of the edge, from inside or outside; 0 or more.</returns>
    public abstract double EdgeDistanceM(GeoPoint point);

    /// <returns>Metres that a place lies outside; 0 inside.</returns>
    public double OutsideM(GeoPoint point) => Contains(point) ? 0 : EdgeDistanceM(point);

    /// <summary>Whether the straight way never leaves. From outside it may come in, once.</summary>
    public abstract bool Keeps(GeoPoint from, GeoPoint to);
}
