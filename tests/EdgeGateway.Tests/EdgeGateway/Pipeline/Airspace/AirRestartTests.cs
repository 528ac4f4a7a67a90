using EdgeGateway.Configuration;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Airspace;

/// <summary>Begin and end exactly once each, whatever the disk and the mains do.</summary>
public sealed class AirRestartTests
{
    private static readonly string[] s_all =
    [
        "X1 intruder pier begins", "X1 intruder pier ends", "east battery-low-far begins", "east battery-low-far ends", "east distress begins", "east distress ends",
        "east fence-left harbour begins", "east fence-left harbour ends", "east link-lost begins", "east link-lost ends",
    ];

    /// <summary>A crash at every instant between two writes: before it, trouble; after it, the same trouble goes on and ends.</summary>
    /// <summary>The store knows a repeat for a day only: what is settled must not be told again after that.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Line_RefusedAfterItsReadingWasTaken_IsWrittenLater(bool ends)
    {
        var site = new AirSite(AirSite.Harbour with { DistressClear = TimeSpan.Zero });
        site.Disk.RefusedValue = value => ends ? value.Length == 0 : value.Contains("\"Standing\"", StringComparison.Ordinal);
        await site.SeeAsync(says: facts => facts with { Distress = true });
        if (ends)
        {
            await site.SeeAsync(says: facts => facts with { Distress = false });
        }

        int told = ends ? 2 : 1;
        Assert.Equal(told, site.Told.Count);
        site.Disk.RefusedValue = null;
        site.Pass(1.1);
        site.Restart();

        Assert.Equal((told, 0), (site.Told.Count, site.Disk.Repeats));
    }

    [Fact]
    public async Task Crash_AtEveryInstant_LeavesOneBeginAndOneEnd()
    {
        var whole = new AirSite();
        await TroubleAsync(whole);
        await PeaceAsync(whole);
        Assert.Equal(s_all, whole.Told.Order(StringComparer.Ordinal));
        Assert.InRange(whole.Disk.Length, 30, 100);
        for (int entries = 0; entries <= whole.Disk.Length; entries++)
        {
            var site = new AirSite();
            await TroubleAsync(site);
            if (entries > site.Disk.Length)
            {
                await PeaceAsync(site);
                site.Restart(entries);
            }
            else
            {
                site.Restart(entries);
                await TroubleAsync(site);
            }

            await PeaceAsync(site);
            Assert.Equal(s_all, site.Told.Order(StringComparer.Ordinal));
            foreach (var alarm in site.Told.GroupBy(word => word[..word.LastIndexOf(' ')]))
            {
                Assert.EndsWith("begins", alarm.First(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Restart_AfterTheBegin_KeepsTheAlarmUntilTheVehicleSaysOtherwise()
    {
        var site = new AirSite();
        await TroubleAsync(site);
        int begun = site.Told.Count;
        site.Restart();
        site.Pass(10);
        await site.SeeAsync(says: facts => facts with { Airborne = true });

        Assert.Equal(begun, site.Told.Count);
        Assert.Equal(0, site.Disk.Repeats);
    }

    /// <summary>Seen in a long patrol: the battery was heard before the place of home was, and one alarm was told as two.</summary>
    [Theory]
    [InlineData(20, false)]
    [InlineData(60, true)]
    public async Task Restart_BatteryIsHeardBeforeThePlace_EndsOnlyWhenItIsNoMoreLow(double percent, bool ends)
    {
        var site = new AirSite(new AirspaceSettings());
        await site.SeeAsync(says: facts => facts with { Home = AirSite.Middle.ToPosition("device") });
        await site.FlyAsync(AirSite.At(90, 800));
        await BatteryAsync(site, 20);
        Assert.Equal(["east battery-low-far begins"], site.Told);

        site.Restart();
        await BatteryAsync(site, percent);

        Assert.Equal(ends ? 2 : 1, site.Told.Count);
    }

    [Fact]
    public async Task Restart_IntruderNeverHeardAgain_EndsBySilence()
    {
        var site = new AirSite();
        await site.LingerAsync("X1", AirSite.Middle, 4);
        site.Restart();
        site.Pass(29);
        Assert.Single(site.Told);
        site.Pass(1);

        Assert.Equal(["X1 intruder pier begins", "X1 intruder pier ends"], site.Told);
    }

    [Fact]
    public async Task Restart_VehicleInTheAirNeverHeardAgain_IsMissed()
    {
        var site = new AirSite();
        await site.FlyAsync(AirSite.Middle);
        await site.FlyAsync(AirSite.Middle, vehicle: "west");
        await site.SeeAsync("west", facts => facts with { Airborne = false });
        site.Restart();
        site.Pass(59);
        Assert.Empty(site.Told);
        site.Pass(1);

        Assert.Equal(["east link-lost begins"], site.Told);
    }

    [Fact]
    public async Task Restart_WithoutTheFenceOrTheDevice_EndsWhatStood()
    {
        var site = new AirSite();
        await TroubleAsync(site);
        site.Settings = site.Settings with { Fences = [] };
        site.Restart();
        Assert.Equal(["X1 intruder pier ends", "east fence-left harbour ends"], site.Told.Where(word => word.EndsWith("ends", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

        site.Devices = ["drones-2"];
        site.Restart();
        Assert.Equal(s_all, site.Told.Order(StringComparer.Ordinal));
        Assert.Equal("configuration", Assert.Single(site.Bodies[^1].Evidence!).What);
        Assert.Equal(0, site.Desk.Count);
    }

    [Fact]
    public async Task Refusal_OfTheDisk_IsTriedAgainByTheClockInOrder()
    {
        var site = new AirSite { Disk = { Refuses = true } };
        await site.SeeAsync(says: facts => facts with { Distress = true });
        await site.SeeAsync(says: facts => facts with { Distress = false });
        site.Pass(6);
        Assert.Empty(site.Told);
        site.Disk.Refuses = false;
        site.Pass(1);

        await Eventually.TrueAsync(() => site.Told.Count == 2, "both are told");
        Assert.Equal(["east distress begins", "east distress ends"], site.Told);
        Assert.Equal(0, site.Desk.Count);
    }

    [Fact]
    public async Task Disk_ThatIsSlow_HoldsTheDriverOnlyForAMoment()
    {
        var site = new AirSite { Disk = { Held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) } };
        var seeing = site.SeeAsync(says: facts => facts with { Distress = true }).AsTask();
        Assert.False(seeing.IsCompleted);
        site.Time.Advance(TimeSpan.FromMilliseconds(250));
        await seeing.WaitAsync(TimeSpan.FromSeconds(20));
        await site.SeeAsync();
        await site.SeeAsync(says: facts => facts with { Distress = false });
        site.Time.Advance(TimeSpan.FromSeconds(5));
        var held = site.Disk.Held;
        site.Disk.Held = null;
        site.Watch.Tick();
        held.SetResult();

        await Eventually.TrueAsync(() => site.Told.Count == 2, "both are told");
        Assert.Equal(["east distress begins", "east distress ends"], site.Told);
    }

    private static async Task BatteryAsync(AirSite site, double percent)
    {
        for (int i = 0; i < 8; i++)
        {
            await site.SeeAsync(says: facts => facts with { Airborne = true, BatteryPercent = percent });
            site.Pass(1);
        }
    }

    private static async Task TroubleAsync(AirSite site)
    {
        await site.SeeAsync(says: facts => facts with { Airborne = true, BatteryPercent = 20, Home = AirSite.At(180, 800).ToPosition("device") });
        await site.HoverAsync(AirSite.At(0, 600), 5);
        await site.LingerAsync("X1", AirSite.Middle, 4);
        await site.SeeAsync(says: facts => facts with { Distress = true });
        await site.SeeAsync(says: facts => facts with { Online = false });
    }

    private static async Task PeaceAsync(AirSite site)
    {
        await site.SeeAsync(says: facts => facts with { Online = true, Distress = false, BatteryPercent = 90 });
        await site.HoverAsync(AirSite.Middle, 60);
    }
}
