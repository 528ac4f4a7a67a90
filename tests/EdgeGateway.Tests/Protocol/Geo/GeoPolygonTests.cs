using System.Globalization;
using EdgeGateway.Protocol.Geo;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeGateway.Tests.Protocol.Geo;

public sealed class GeoPolygonTests
{
    /// <summary>A U that is open to the north: 0.01 degrees wide and high, its notch from 0.004 to 0.006 east and from 0.002 up.</summary>
    private static readonly GeoPolygon s_dented = Polygon(
        (22.500, 113.900), (22.500, 113.910), (22.510, 113.910), (22.510, 113.906), (22.502, 113.906), (22.502, 113.904), (22.510, 113.904), (22.510, 113.900));

    [Theory]
    [InlineData(22.505, 113.902, true)]
    [InlineData(22.505, 113.905, false)]
    [InlineData(22.501, 113.905, true)]
    [InlineData(22.5, 113.905, true)]
    [InlineData(22.502, 113.905, true)]
    [InlineData(22.51, 113.9, true)]
    [InlineData(22.502, 113.904, true)]
    [InlineData(22.502, 113.899, false)]
    [InlineData(22.502, 113.911, false)]
    [InlineData(22.51, 113.905, false)]
    [InlineData(22.4999, 113.905, false)]
    [InlineData(double.NaN, 113.905, false)]
    [InlineData(22.505, double.NaN, false)]
    public void Contains_DentEdgeAndCorner_IsExact(double lat, double lon, bool inside) => Assert.Equal(inside, s_dented.Contains(new GeoPoint(lat, lon)));

    [Fact]
    public void EdgeDistance_FromBothSides_IsTheShortestWayToTheEdge()
    {
        double north = Geodesic.DistanceM(new(22.499, 113.905), new(22.5, 113.905));

        Assert.Equal(north, s_dented.OutsideM(new GeoPoint(22.499, 113.905)), 0.01);
        Assert.Equal(Geodesic.DistanceM(new(22.501, 113.909), new(22.501, 113.910)), s_dented.EdgeDistanceM(new GeoPoint(22.501, 113.909)), 0.01);
        Assert.Equal(Geodesic.DistanceM(new(22.49, 113.89), new(22.5, 113.9)), s_dented.OutsideM(new GeoPoint(22.49, 113.89)), 1);
        Assert.Equal(0, s_dented.OutsideM(new GeoPoint(22.501, 113.905)));
    }

    [Theory]
    [InlineData(22.505, 113.902, 22.509, 113.903, true)]
    [InlineData(22.505, 113.902, 22.505, 113.908, false)]
    [InlineData(22.501, 113.902, 22.501, 113.908, true)]
    [InlineData(22.502, 113.902, 22.502, 113.908, true)]
    [InlineData(22.505, 113.905, 22.505, 113.902, true)]
    [InlineData(22.505, 113.899, 22.505, 113.908, false)]
    [InlineData(22.505, 113.899, 22.505, 113.902, true)]
    [InlineData(22.505, 113.902, 22.505, 113.905, false)]
    [InlineData(22.505, 113.902, 22.505, 113.902, true)]
    public void Keeps_StraightWay_MayComeInButNeverLeave(double lat1, double lon1, double lat2, double lon2, bool keeps) =>
        Assert.Equal(keeps, s_dented.Keeps(new GeoPoint(lat1, lon1), new GeoPoint(lat2, lon2)));

    [Fact]
    public void Contains_StarOfAnySize_AgreesWithItsRadiusInThatDirection() => Prop.ForAll(Arb.From(Stars()), star =>
    {
        var polygon = new GeoPolygon([.. star.Radii.Select((radius, index) => At(index * 360.0 / star.Radii.Length, radius))]);
        var inward = At(star.Bearing, 0.999 * Rim(star.Radii, star.Bearing));
        var outward = At(star.Bearing, 1.001 * Rim(star.Radii, star.Bearing));
        return polygon.Contains(inward) && !polygon.Contains(outward) && polygon.Corners.All(polygon.Contains);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Contains_TheSameCornersTurnedAndReversed_IsTheSame() => Prop.ForAll(Arb.From(Stars()), star =>
    {
        GeoPoint[] corners = [.. star.Radii.Select((radius, index) => At(index * 360.0 / star.Radii.Length, radius))];
        var point = At(star.Bearing, star.Radii[0]);
        var turned = new GeoPolygon([.. corners.Skip(1), corners[0]]);
        var reversed = new GeoPolygon([.. corners.Reverse()]);
        bool inside = new GeoPolygon(corners).Contains(point);
        return turned.Contains(point) == inside && reversed.Contains(point) == inside;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Circle_InsideAndOutside_IsByDistance()
    {
        var circle = new GeoCircle(new GeoPoint(22.5, 113.9), 300);

        Assert.True(circle.Contains(Geodesic.Destination(new(22.5, 113.9), 77, 299.99)));
        Assert.Equal(50, circle.OutsideM(Geodesic.Destination(new(22.5, 113.9), 200, 350)), 0.01);
        Assert.Equal(50, circle.EdgeDistanceM(Geodesic.Destination(new(22.5, 113.9), 200, 250)), 0.01);
        Assert.True(circle.Keeps(new(22.6, 113.9), new(22.5, 113.9)));
        Assert.False(circle.Keeps(new(22.5, 113.9), new(22.6, 113.9)));
    }

    [Theory]
    [InlineData(PolygonFault.TooFew, "22.5, 113.9, 22.6, 113.9")]
    [InlineData(PolygonFault.NotOnEarth, "22.5, 113.9, 22.6, 113.9, 122.6, 114")]
    [InlineData(PolygonFault.NotOnEarth, "22.5, 113.9, 22.6, 113.9, NaN, 114")]
    [InlineData(PolygonFault.Repeated, "22.5, 113.9, 22.6, 113.9, 22.6, 114, 22.5, 113.9")]
    [InlineData(PolygonFault.Antimeridian, "22.5, 179.9, 22.6, -179.9, 22.7, 179.9")]
    [InlineData(PolygonFault.TooLarge, "22.5, 113.9, 23.6, 113.9, 22.6, 114")]
    [InlineData(PolygonFault.CrossesItself, "22.5, 113.9, 22.6, 114.0, 22.6, 113.9, 22.5, 114.0")]
    [InlineData(PolygonFault.CrossesItself, "22.5, 113.9, 22.5, 114.0, 22.5, 113.95")]
    [InlineData(PolygonFault.CrossesItself, "22.5, 113.9, 22.5, 114.0, 22.6, 114.0, 22.5, 113.95, 22.6, 113.9")]
    [InlineData(PolygonFault.None, "22.5, 113.9, 22.5, 114.0, 22.6, 114.0, 22.51, 113.95, 22.6, 113.9")]
    [InlineData(PolygonFault.None, "22.5, 113.9, 22.5, 113.95, 22.5, 114.0, 22.6, 114.0")]
    public void Check_Corners_FindsTheFault(PolygonFault fault, string degrees) =>
        Assert.Equal(fault, PolygonCheck.Of([.. degrees.Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).Chunk(2).Select(pair => new GeoPoint(pair[0], pair[1]))]));

    [Fact]
    public void New_WithCornersThatMakeNoArea_IsRefused() => Assert.Throws<ArgumentException>(() => Polygon((0, 0), (1, 1)));

    private static GeoPolygon Polygon(params (double Lat, double Lon)[] corners) => new([.. corners.Select(corner => new GeoPoint(corner.Lat, corner.Lon))]);

    private static Gen<(double[] Radii, double Bearing)> Stars() =>
        from count in Gen.Choose(5, 24)
        from radii in Gen.Choose(100, 900).ArrayOf(count)
        from bearing in Gen.Choose(0, 35_999)
        select (radii.Select(static radius => radius / 1e5).ToArray(), bearing / 100.0);

    /// <summary>In degrees as on squared paper, because the edges are straight there.</summary>
    private static GeoPoint At(double bearing, double radius)
    {
        var (sin, cos) = Math.SinCos(bearing * Math.PI / 180);
        return new GeoPoint(22.5 + (radius * cos), 113.9 + (radius * sin));
    }

    /// <summary>How far the straight edge between the two neighbouring corners is, in a direction.</summary>
    private static double Rim(double[] radii, double bearing)
    {
        double step = 360.0 / radii.Length;
        int index = (int)(bearing / step);
        double part = (bearing - (index * step)) * Math.PI / 180;
        double whole = step * Math.PI / 180;
        double one = radii[index];
        double other = radii[(index + 1) % radii.Length];
        return one * other * Math.Sin(whole) / ((one * Math.Sin(part)) + (other * Math.Sin(whole - part)));
    }
}
