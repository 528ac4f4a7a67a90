using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Geo;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Airspace;

public sealed class FenceTests
{
    private static readonly GeoPoint s_far = new(0, 0);

    private readonly AirSite _site = new();

    [Fact]
    public async Task Fence_LeftAndEnteredAgain_IsOneBeginAndOneEnd()
    {
        await _site.HoverAsync(AirSite.At(90, 450), 1);
        await _site.HoverAsync(AirSite.At(90, 505), 5);
        Assert.Empty(_site.Told);
        await _site.HoverAsync(AirSite.At(90, 520), 3);
        Assert.Equal(["east fence-left harbour begins"], _site.Told);
        await _site.HoverAsync(AirSite.At(90, 505), 5);
        Assert.Single(_site.Told);
        await _site.HoverAsync(AirSite.At(90, 495), 3);

        Assert.Equal(["east fence-left harbour begins", "east fence-left harbour ends"], _site.Told);
        var evidence = _site.Bodies[0].Evidence!.Where(one => one.What == "outsideM").ToArray();
        Assert.InRange(evidence.Length, 4, 6);
        Assert.Equal(20, evidence[^1].Value!.Value, 0.5);
        Assert.All(evidence, one => Assert.Equal((10, "GLOBAL_POSITION_INT"), (one.Limit, one.Source)));
        Assert.Equal(evidence.Select(one => one.Time).Order(), evidence.Select(one => one.Time));
    }

    [Fact]
    public async Task Fence_Ceiling_IsPartOfIt()
    {
        await _site.HoverAsync(AirSite.Middle, 3, height: 128);
        Assert.Empty(_site.Told);
        await _site.HoverAsync(AirSite.Middle, 3, height: 131);

        Assert.Equal(["east fence-left harbour begins"], _site.Told);
        Assert.Contains(_site.Bodies[0].Evidence!, one => one is { What: "heightM", Value: 131, Limit: 120 });
    }

    [Fact]
    public async Task Fence_Floor_CountsOnlyFromAbove()
    {
        var site = new AirSite(AirSite.Harbour with { Fences = [AirSite.Harbour.Fences[0] with { FloorM = 30 }] });
        await site.HoverAsync(AirSite.Middle, 3, height: 5);
        await site.HoverAsync(AirSite.Middle, 3, height: 50);
        Assert.Empty(site.Told);
        await site.HoverAsync(AirSite.Middle, 3, height: 5);

        Assert.Equal(["east fence-left harbour begins"], site.Told);
    }

    [Fact]
    public async Task Fence_OfOthers_DoesNotHoldThisOne()
    {
        var site = new AirSite(AirSite.Harbour with { Fences = [AirSite.Harbour.Fences[0] with { Devices = ["drones-2"], Vehicles = ["west"] }] });
        await site.HoverAsync(AirSite.At(90, 900), 5);

        Assert.Empty(site.Told);
    }

    [Fact]
    public async Task Fence_OneWrongFixThenSilence_BeginsNothing()
    {
        await _site.HoverAsync(AirSite.Middle, 1);
        await _site.FlyAsync(AirSite.At(90, 515));
        _site.Pass(30);

        Assert.Empty(_site.Told);
    }

    [Fact]
    public async Task Fence_OutsideBeyondBelief_IsBelievedWhenItStays()
    {
        await _site.HoverAsync(AirSite.Middle, 1);
        await _site.HoverAsync(AirSite.At(0, 40_000), 1.9);
        Assert.Empty(_site.Told);
        await _site.HoverAsync(AirSite.At(0, 40_000), 4);

        Assert.Equal(["east fence-left harbour begins"], _site.Told);
    }

    [Fact]
    public async Task Fence_LandedOutside_StaysTold()
    {
        await _site.HoverAsync(AirSite.At(90, 540), 3);
        for (int i = 0; i < 50; i++)
        {
            await _site.SeeAsync(says: facts => facts with { Airborne = false, Position = AirSite.At(90, 540).ToPosition("device"), HeightM = 0 });
            _site.Pass(0.1);
        }

        Assert.Equal(["east fence-left harbour begins"], _site.Told);
    }

    [Fact]
    public async Task Fence_OnTheGroundOutside_IsNothing()
    {
        for (int i = 0; i < 50; i++)
        {
            await _site.SeeAsync(says: facts => facts with { Airborne = false, Position = AirSite.At(90, 900).ToPosition("device"), HeightM = 0 });
            _site.Pass(0.1);
        }

        Assert.Empty(_site.Told);
    }

    /// <summary>A robot or a boat says nothing of being off the ground.</summary>
    [Fact]
    public async Task Fence_OfWhatCannotFly_HoldsItOnTheGround()
    {
        for (int i = 0; i < 50; i++)
        {
            await _site.SeeAsync(says: facts => facts with { Position = AirSite.At(90, 900).ToPosition("device") });
            _site.Pass(0.1);
        }

        Assert.Equal(["east fence-left harbour begins"], _site.Told);
        _site.Pass(3600);
        Assert.Single(_site.Told);
    }

    /// <summary>Where the wrong fixes stand, which of some wrong places each is, and whether the vehicle is really inside.</summary>
    [Fact]
    public void Fence_AnyWrongFixesThatAreNotMany_NeitherBeginNorEndIt() => Prop.ForAll(
        Arb.From(from gaps in Gen.Choose(1, 40).ListOf(8) from wrong in Gen.Choose(0, 3).ListOf(8) from inside in Gen.Elements(true, false) select (Gaps: gaps, Wrong: wrong, Inside: inside)),
        plan => RunAsync(plan.Gaps, plan.Wrong, plan.Inside).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(90, 400, 100.0, null)]
    [InlineData(90, 501, 100.0, "outside-fence")]
    [InlineData(90, 400, 121.0, "too-high")]
    [InlineData(90, 400, null, null)]
    [InlineData(90, 400, double.NaN, "bad-position")]
    public async Task Forbids_WhereAndHowHigh_IsByTheFence(double bearing, double metres, double? height, string? word)
    {
        await _site.FlyAsync(AirSite.Middle);
        Assert.Equal(word, _site.Watch.Forbids("drones-1", "east", AirSite.At(bearing, metres).ToPosition("site"), height));
        Assert.Equal(word == "bad-position" ? word : "no-fence", _site.Watch.Forbids("drones-2", "east", AirSite.At(bearing, metres).ToPosition("site"), height));
    }

    [Fact]
    public async Task Forbids_StraightWayThatLeaves_IsSaidSo()
    {
        var dented = new GeoPolygon([.. new (double, double)[] { (0, 800), (40, 800), (90, 100), (140, 800), (180, 800), (270, 800) }.Select(corner => AirSite.At(corner.Item1, corner.Item2))]);
        var site = new AirSite(new AirspaceSettings { Fences = [new FenceSettings { Name = "bay", Kind = FenceKind.StayIn, Area = dented, Vehicles = ["east"] }] });
        var (north, south) = (AirSite.At(39, 700), AirSite.At(141, 700).ToPosition("site"));
        Assert.Equal("position-unknown", site.Watch.Forbids("drones-1", "east", south, 50));
        await site.FlyAsync(north);

        Assert.Equal("way-leaves-fence", site.Watch.Forbids("drones-1", "east", south, 50));
        Assert.Equal("bad-position", site.Watch.Forbids("drones-1", "east", new GeoPoint(double.NaN, 0).ToPosition("site"), 50));
        await site.HoverAsync(AirSite.At(270, 300), 20);
        Assert.Null(site.Watch.Forbids("drones-1", "east", south, 50));

        // It still speaks, and says no more where it is.
        site.Pass(9);
        await site.SeeAsync();
        Assert.Null(site.Watch.Forbids("drones-1", "east", south, 50));
        site.Pass(1.5);
        Assert.Equal("position-unknown", site.Watch.Forbids("drones-1", "east", south, 50));
    }

    private static async Task<bool> RunAsync(IEnumerable<int> gaps, IEnumerable<int> wrong, bool inside)
    {
        var site = new AirSite();
        var (real, false1) = inside ? (AirSite.Middle, AirSite.At(45, 4000)) : (AirSite.At(0, 800), AirSite.Middle);
        GeoPoint[] places = [false1, s_far, Geodesic.Destination(false1, 180, 60), new GeoPoint(-22.5, 113.9)];
        await site.HoverAsync(real, 3);
        int told = site.Told.Count;
        foreach (var (gap, which) in gaps.Zip(wrong))
        {
            await site.FlyAsync(places[which]);
            site.Pass(0.1);
            await site.HoverAsync(real, gap / 10.0);
        }

        await site.HoverAsync(real, 5);
        return told == (inside ? 0 : 1) && site.Told.Count == told;
    }
}
