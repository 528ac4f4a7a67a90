using EdgeGateway.Protocol.Geo;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeGateway.Tests.Protocol.Geo;

public sealed class GeodesicTests
{
    [Theory]
    [InlineData(0, 0, 1, 0, 110574.389, 0)]
    [InlineData(0, 0, 0, 1, 111319.491, 90)]
    [InlineData(0, 0, 90, 0, 10001965.729, 0)]
    [InlineData(-37.951033417, 144.424867889, -37.652821139, 143.926495528, 54972.271, 306.868158)]
    [InlineData(23.1, 179.999, 23.1, -179.999, 204.894, 90)]
    public void DistanceAndBearing_KnownWays_AreThoseOfTheBooks(double lat1, double lon1, double lat2, double lon2, double metres, double bearing)
    {
        var (from, to) = (new GeoPoint(lat1, lon1), new GeoPoint(lat2, lon2));

        Assert.Equal(metres, Geodesic.DistanceM(from, to), 0.01);
        Assert.Equal(bearing, Geodesic.BearingDeg(from, to), 0.001);
    }

    [Fact]
    public void Distance_SamePlace_IsNothing() => Assert.Equal((0, 0), (Geodesic.DistanceM(new(23, 113), new(23, 113)), Geodesic.BearingDeg(new(23, 113), new(23, 113))));

    [Theory]
    [InlineData(0, 0, 0, 180)]
    [InlineData(0, 0, 0.1, 179.9)]
    [InlineData(90, 0, -90, 0)]
    public void Distance_OppositePlaces_IsHalfTheEarthRound(double lat1, double lon1, double lat2, double lon2) =>
        Assert.InRange(Geodesic.DistanceM(new(lat1, lon1), new(lat2, lon2)), 19_900_000, 20_040_000);

    [Fact]
    public void Destination_AnyWay_IsThatFarInThatDirection() => Prop.ForAll(Arb.From(Ways()), way =>
    {
        var (from, bearing, metres) = way;
        var to = Geodesic.Destination(from, bearing, metres);
        double turn = Math.Abs(Math.IEEERemainder(Geodesic.BearingDeg(from, to) - bearing, 360));
        return Math.Abs(Geodesic.DistanceM(from, to) - metres) < 0.001 && turn * metres < 1 && to.IsOnEarth;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Distance_ThereAndBack_IsTheSame() => Prop.ForAll(Arb.From(Ways()), way =>
    {
        var to = Geodesic.Destination(way.From, way.Bearing, way.Metres);
        return Math.Abs(Geodesic.DistanceM(way.From, to) - Geodesic.DistanceM(to, way.From)) < 1e-4;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void LocalPlane_NearTheOrigin_AgreesWithTheEllipsoid() => Prop.ForAll(Arb.From(Ways()), way =>
    {
        double metres = way.Metres % 1000;
        var (east, north) = new LocalPlane(way.From).Of(Geodesic.Destination(way.From, way.Bearing, metres));
        return Math.Abs(Math.Sqrt((east * east) + (north * north)) - metres) < 0.5;
    }).QuickCheckThrowOnFailure();

    private static Gen<(GeoPoint From, double Bearing, double Metres)> Ways() =>
        from lat in Gen.Choose(-70_000_000, 70_000_000)
        from lon in Gen.Choose(-180_000_000, 180_000_000)
        from bearing in Gen.Choose(0, 3_599_999)
        from centimetres in Gen.Choose(100, 20_000_000)
        select (new GeoPoint(lat / 1e6, lon / 1e6), bearing / 1e4, centimetres / 100.0);
}
