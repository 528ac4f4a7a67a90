using EdgeGateway.Protocol.Geo;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeGateway.Tests.Protocol.Geo;

public sealed class LocalMapTests
{
    private static readonly GeoPoint s_origin = new(22.51, 113.88);

    [Theory]
    [InlineData(0, 100, 0, 90)]
    [InlineData(0, 0, 100, 0)]
    [InlineData(90, 100, 0, 0)]
    [InlineData(90, 0, 100, 270)]
    [InlineData(-30, 100, 0, 120)]
    public void ToEarth_Axes_PointWhereTheRotationTurnsThem(double rotation, double x, double y, double bearing)
    {
        var place = new LocalMap(s_origin, rotation).ToEarth(x, y);

        Assert.Equal(100, Geodesic.DistanceM(s_origin, place), 0.001);
        Assert.Equal(0, Math.IEEERemainder(Geodesic.BearingDeg(s_origin, place) - bearing, 360), 0.001);
    }

    [Theory]
    [InlineData(0, 0, 90)]
    [InlineData(0, Math.PI / 2, 0)]
    [InlineData(0, Math.PI, 270)]
    [InlineData(90, 0, 0)]
    [InlineData(0, -Math.PI * 7 / 2, 0)]
    [InlineData(-90, 0, 180)]
    public void Heading_OfARobot_IsClockwiseFromNorth(double rotation, double theta, double heading) =>
        Assert.Equal(0, Math.IEEERemainder(new LocalMap(s_origin, rotation).HeadingDeg(theta) - heading, 360), 1e-9);

    [Fact]
    public void ToMap_OfWhatToEarthGave_IsTheSamePoint() => Prop.ForAll(
        Arb.From(from x in Gen.Choose(-500_000, 500_000) from y in Gen.Choose(-500_000, 500_000) from turn in Gen.Choose(-360, 360) select (X: x / 100.0, Y: y / 100.0, Turn: turn)),
        point =>
        {
            var map = new LocalMap(s_origin, point.Turn);
            var (x, y) = map.ToMap(map.ToEarth(point.X, point.Y));
            return Math.Abs(x - point.X) < 0.001 && Math.Abs(y - point.Y) < 0.001;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Heading_AnyAngle_IsBelowAFullTurn() => Prop.ForAll(
        Arb.From(Gen.Choose(-1_000_000, 1_000_000)), theta => new LocalMap(s_origin, 17).HeadingDeg(theta / 1e3) is >= 0 and < 360).QuickCheckThrowOnFailure();
}
