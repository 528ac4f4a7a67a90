namespace EdgeGateway.Protocol.Geo;

/// <param name="center">Its middle.</param>
/// <param name="radiusM">Metres, more than 0.</param>
public sealed class GeoCircle(GeoPoint center, double radiusM) : GeoArea
{
    /// <inheritdoc/>
    public override bool Contains(GeoPoint point) => Geodesic.DistanceM(center, point) <= radiusM;

    /// <inheritdoc/>
    public override double EdgeDistanceM(GeoPoint point) => Math.Abs(Geodesic.DistanceM(center, point) - radiusM);

    /// <inheritdoc/>
    /// <remarks>A circle has no dents: who ends inside has crossed its edge once at the most.</remarks>
    public override bool Keeps(GeoPoint from, GeoPoint to) => Contains(to);
}
