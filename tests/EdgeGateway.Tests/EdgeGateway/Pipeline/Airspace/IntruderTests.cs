using EdgeGateway.Configuration;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Airspace;

public sealed class IntruderTests
{
    private readonly AirSite _site = new();

    [Fact]
    public async Task Intruder_InsideAndOutAgain_IsOneBeginAndOneEnd()
    {
        await _site.LingerAsync("X1", AirSite.At(0, 260), 3);
        await _site.LingerAsync("X1", AirSite.At(0, 190), 4);
        Assert.Equal(["X1 intruder pier begins"], _site.Told);
        await _site.LingerAsync("X1", AirSite.At(0, 215), 5);
        Assert.Single(_site.Told);
        await _site.LingerAsync("X1", AirSite.At(0, 230), 4);

        Assert.Equal(["X1 intruder pier begins", "X1 intruder pier ends"], _site.Told);
        Assert.Contains(_site.Bodies[0].Evidence!, one => one is { What: "outsideM", Value: 0, Limit: 20, Position: not null, Source: "drone.remote-id serial" });
    }

    [Fact]
    public async Task Intruder_ThatFallsSilent_HasGone()
    {
        await _site.LingerAsync("X1", AirSite.Middle, 4);
        _site.Pass(28);
        Assert.Equal(["X1 intruder pier begins"], _site.Told);
        _site.Pass(1);

        Assert.Equal(["X1 intruder pier begins", "X1 intruder pier ends"], _site.Told);
        Assert.Contains(_site.Bodies[1].Evidence!, one => one is { What: "lastHeard", Limit: 30, Time: not null });
    }

    [Fact]
    public async Task Overhear_OursByConfigurationOrByItsOwnWord_IsNoIntruder()
    {
        await _site.SeeAsync(says: facts => facts with { Serial = "OURS2" });
        await _site.LingerAsync("ours1", AirSite.Middle, 5);
        await _site.LingerAsync("OURS2", AirSite.Middle, 5);

        Assert.Empty(_site.Told);
        Assert.Equal((true, true, false), (await _site.OverhearAsync("OURS1", null), await _site.OverhearAsync("OURS2", null), await _site.OverhearAsync("X1", null)));
    }

    [Fact]
    public async Task Overhear_WhoTurnsOutToBeOurs_IsNoIntruderAnyMore()
    {
        await _site.LingerAsync("OURS2", AirSite.Middle, 5);
        await _site.SeeAsync(says: facts => facts with { Serial = "OURS2" });
        await _site.OverhearAsync("OURS2", AirSite.Middle);
        Assert.Single(_site.Told);
        _site.Pass(1);
        await _site.LingerAsync("OURS2", AirSite.Middle, 3);

        Assert.Equal(["OURS2 intruder pier begins", "OURS2 intruder pier ends"], _site.Told);
        Assert.Contains(_site.Bodies[1].Evidence!, one => one is { What: "claimsToBeOurs", Source: "drones-1" });
    }

    /// <summary>Remote identity is not signed: one forged broadcast between the true ones.</summary>
    [Fact]
    public async Task Intruder_ThatClaimsToBeOursOnce_StaysOne()
    {
        for (int i = 0; i < 6; i++)
        {
            await _site.WhisperAsync("A0B1", "X1");
            _site.Pass(1);
        }

        await _site.WhisperAsync("A0B1", "OURS1");
        _site.Pass(1);
        await _site.WhisperAsync("A0B1", "X1");
        _site.Pass(5);
        await _site.WhisperAsync("A0B1", "X1");

        Assert.Equal(["X1 intruder pier begins"], _site.Told);
    }

    [Fact]
    public async Task Overhear_NumberOfAVehicleThatIsElsewhere_IsNotOurs()
    {
        await _site.SeeAsync(says: facts => facts with { Serial = "OURS2", Position = AirSite.At(0, 3000).ToPosition("device") });

        Assert.False(await _site.OverhearAsync("OURS2", AirSite.Middle));
        Assert.True(await _site.OverhearAsync("OURS2", AirSite.At(0, 2700)));
        Assert.True(await _site.OverhearAsync("OURS2", null));
    }

    [Fact]
    public async Task Overhear_AVehicleHasOneNumber_TheLastThatItTold()
    {
        for (int i = 0; i < 2000; i++)
        {
            await _site.SeeAsync(says: facts => facts with { Serial = $"S{i}" });
        }

        await _site.SeeAsync("west", facts => facts with { Serial = "WEST" });

        Assert.Equal((false, true, true), (await _site.OverhearAsync("S1998", null), await _site.OverhearAsync("s1999", null), await _site.OverhearAsync("WEST", null)));
    }

    [Fact]
    public async Task Overhear_NumberOfAVehicleThatIsForgotten_IsForgottenToo()
    {
        await _site.SeeAsync(says: facts => facts with { Serial = "OURS2" });
        _site.Pass(1);
        for (int i = 0; i < 256; i++)
        {
            await _site.SeeAsync($"other-{i}");
        }

        Assert.False(await _site.OverhearAsync("OURS2", null));
    }

    [Fact]
    public async Task Overhear_WhereNobodySaysWhichAreOurs_IsUnknown()
    {
        var site = new AirSite(AirSite.Harbour with { Own = [] });

        Assert.Null(await site.OverhearAsync("X1", AirSite.Middle));
    }

    [Fact]
    public async Task Intruder_AboveTheFence_IsNone()
    {
        await _site.LingerAsync("X1", AirSite.Middle, 5, height: 400);
        Assert.Empty(_site.Told);
        await _site.LingerAsync("X1", AirSite.Middle, 5, height: 200);

        Assert.Equal(["X1 intruder pier begins"], _site.Told);
    }

    [Fact]
    public async Task Intruder_HeardByTwoReceivers_IsOneAlarm()
    {
        for (int i = 0; i < 5; i++)
        {
            await _site.OverhearAsync("X1", AirSite.Middle, device: i % 2 == 0 ? "drones-1" : "drones-2");
            _site.Pass(1);
        }

        Assert.Equal("drones-1", Assert.Single(_site.Disk.Readings).Device);
    }

    /// <summary>Its receiver says something else of it first, in the same datagram: where it was a while ago is not where it is now, and what it says next is no jump.</summary>
    [Fact]
    public async Task Intruder_WhoseOldPlaceIsSaidAgain_IsFoundByTheFirstPlaceInside()
    {
        var site = new AirSite(AirSite.Harbour with { IntruderHold = TimeSpan.Zero });
        await site.OverhearAsync("X1", AirSite.At(0, 260));
        site.Pass(4);
        await site.OverhearAsync("X1", AirSite.At(0, 260), isPlaceNew: false);
        site.Time.Advance(TimeSpan.FromMilliseconds(2));
        await site.OverhearAsync("X1", AirSite.At(0, 190));

        Assert.Equal(["X1 intruder pier begins"], site.Told);
        Assert.Equal(2, site.Bodies[0].Evidence!.Count(one => one.What == "outsideM"));
    }

    /// <summary>Where it is comes first, and who it is behind that: nothing more is needed.</summary>
    [Theory]
    [InlineData(4, 1)]
    [InlineData(6, 0)]
    public async Task Intruder_NamedBehindItsPlace_IsFoundAtOnceWhileThatIsFresh(double seconds, int told)
    {
        var site = new AirSite(AirSite.Harbour with { IntruderHold = TimeSpan.Zero });
        await site.WhisperAsync("A0B1", null);
        Assert.Empty(site.Told);
        site.Time.Advance(TimeSpan.FromSeconds(seconds));
        await site.WhisperAsync("A0B1", "X1", isPlaceNew: false);

        Assert.Equal(told, site.Told.Count);
    }

    [Fact]
    public async Task Intruder_OneWrongPlace_BeginsAndEndsNothing()
    {
        await _site.LingerAsync("X1", AirSite.At(0, 2000), 5);
        await _site.OverhearAsync("X1", AirSite.Middle);
        await _site.LingerAsync("X1", AirSite.At(0, 2000), 5);

        Assert.Empty(_site.Told);
    }

    [Fact]
    public async Task Intruder_WhoseIdentityComesLate_IsJudgedByItAndKeepsItsName()
    {
        for (int i = 0; i < 4; i++)
        {
            await _site.WhisperAsync("A0B1", null);
            await _site.WhisperAsync("A0B2", null);
            _site.Pass(1);
        }

        await _site.WhisperAsync("A0B1", "OURS1");
        Assert.Empty(_site.Told);
        for (int i = 0; i < 5; i++)
        {
            await _site.WhisperAsync("A0B1", "OURS1");
            await _site.WhisperAsync("A0B2", null);
            _site.Pass(1);
        }

        await _site.WhisperAsync("A0B2", "X2");
        _site.Restart();
        await _site.WhisperAsync("A0B2", "X2");
        _site.Pass(30);

        Assert.Equal(["sys-1/236 intruder pier begins", "sys-1/236 intruder pier ends"], _site.Told);
        Assert.Equal("A0B2", _site.Bodies[0].Source!.Id);
    }

    [Fact]
    public async Task Intruder_ThousandsThatSomebodyInvents_LeaveRoomForDistress()
    {
        var site = new AirSite(AirSite.Harbour with { IntruderHold = TimeSpan.Zero });
        for (int i = 0; i < 3000; i++)
        {
            await site.OverhearAsync($"X{i}", AirSite.Middle);
        }

        await site.SeeAsync(says: facts => facts with { Distress = true });

        Assert.Equal(129, site.Told.Count);
        Assert.Equal("east distress begins", site.Told[^1]);
        site.Pass(30);
        Assert.Equal(128, site.Told.Count(word => word.EndsWith("ends", StringComparison.Ordinal)));
        await site.LingerAsync("X9999", AirSite.Middle, 2);
        Assert.Equal("X9999 intruder pier begins", site.Told[^1]);
    }
}
