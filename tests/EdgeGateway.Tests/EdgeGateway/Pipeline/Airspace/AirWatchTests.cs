using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Airspace;

public sealed class AirWatchTests
{
    private readonly AirSite _site = new();

    [Fact]
    public async Task Distress_ToldAThousandTimes_IsOneBeginAndOneEnd()
    {
        await _site.FlyAsync(AirSite.Middle);
        for (int i = 0; i < 1000; i++)
        {
            await _site.SeeAsync(says: facts => facts with { Distress = true });
        }

        await _site.SeeAsync(says: facts => facts with { Distress = false });
        Assert.Equal(["east distress begins"], _site.Told);
        _site.Pass(5);
        _site.Pass(5);

        Assert.Equal(["east distress begins", "east distress ends"], _site.Told);
        var (reading, begin) = (_site.Disk.Readings[0], _site.Bodies[0]);
        Assert.Equal(("drones-1", "drone-mavlink", TimeOrigin.Gateway, "critical"), (reading.Device, reading.Driver, reading.TimeFrom, begin.Severity));
        Assert.Equal(AirSite.Middle.ToPosition("device"), begin.Position);
        Assert.Contains(begin.Evidence!, one => one is { What: "distress", Value: 1, Source: "HEARTBEAT", Time: not null });
        Assert.Equal("begun", _site.Bodies[1].Evidence![0].What);
    }

    [Fact]
    public async Task Distress_FlickeringFasterThanItClears_IsOneAlarm()
    {
        for (int i = 0; i < 20; i++)
        {
            await _site.SeeAsync(says: facts => facts with { Distress = i % 2 == 0 });
            _site.Pass(1);
        }

        Assert.Equal(["east distress begins"], _site.Told);
    }

    [Fact]
    public async Task Link_LostInTheAir_BeginsAtOnceAndEndsWhenItIsBack()
    {
        await _site.FlyAsync(AirSite.Middle);
        await _site.SeeAsync(says: facts => facts with { Online = false }, source: "silence");
        Assert.Equal(["east link-lost begins"], _site.Told);
        Assert.Contains(_site.Bodies[0].Evidence!, one => one is { What: "lastHeard", Source: "GLOBAL_POSITION_INT" });
        Assert.Contains(_site.Bodies[0].Evidence!, one => one is { What: "position", Position: not null, Value: 50 });

        await _site.FlyAsync(AirSite.Middle);
        await _site.SeeAsync(says: facts => facts with { Airborne = false });
        await _site.FlyAsync(AirSite.Middle);
        Assert.Single(_site.Told);
        await _site.SeeAsync(says: facts => facts with { Online = true });

        Assert.Equal(["east link-lost begins", "east link-lost ends"], _site.Told);
    }

    [Fact]
    public async Task Link_LostOnTheGround_IsNothing()
    {
        await _site.SeeAsync(says: facts => facts with { Airborne = true, Online = true });
        await _site.SeeAsync(says: facts => facts with { Airborne = false });
        await _site.SeeAsync(says: facts => facts with { Online = false });
        _site.Pass(3600);

        Assert.Empty(_site.Told);
    }

    [Fact]
    public async Task Link_SilentInTheAir_IsLostWithoutAWordOfTheDriver()
    {
        await _site.SeeAsync(says: facts => facts with { Airborne = true });
        _site.Pass(59);
        Assert.Empty(_site.Told);
        _site.Pass(1);
        Assert.Equal(["east link-lost begins"], _site.Told);

        await _site.SeeAsync();

        Assert.Equal(["east link-lost begins", "east link-lost ends"], _site.Told);
    }

    [Fact]
    public async Task Link_SilentWhileOurOwnDiskHoldsItsDriver_IsNotLost()
    {
        await _site.SeeAsync(says: facts => facts with { Airborne = true });
        _site.Pass(0);
        _site.Disk.IsHeld = true;
        for (int i = 0; i < 200; i++)
        {
            _site.Pass(1);
        }

        _site.Disk.IsHeld = false;
        _site.Pass(59);
        Assert.Empty(_site.Told);
        _site.Pass(1);

        Assert.Equal(["east link-lost begins"], _site.Told);
    }

    [Fact]
    public async Task Link_SilentWhileOthersAreWrittenOneAfterTheOther_IsLost()
    {
        await _site.SeeAsync(says: facts => facts with { Airborne = true });
        _site.Disk.IsHeld = true;
        for (int i = 0; i < 60; i++)
        {
            _site.Disk.Ended++;
            _site.Pass(1);
        }

        Assert.Equal(["east link-lost begins"], _site.Told);
    }

    [Fact]
    public async Task Link_ConfiguredToWait_WaitsByTheClockAlone()
    {
        var site = new AirSite(AirSite.Harbour with { LinkLostAfter = TimeSpan.FromSeconds(3) });
        await site.SeeAsync(says: facts => facts with { Airborne = true, Online = false });
        site.Pass(2.9);
        Assert.Empty(site.Told);
        site.Pass(0.1);

        Assert.Equal(["east link-lost begins"], site.Told);
    }

    [Theory]
    [InlineData(25, 600, null, true)]
    [InlineData(26, 600, null, false)]
    [InlineData(25, 490, null, false)]
    [InlineData(40, 300, 31.0, true)]
    [InlineData(40, 300, 29.0, false)]
    [InlineData(9, 10, 1.0, false)]
    public async Task Battery_LowForWhereItIs_IsAnAlarmOnlyThen(double percent, double metres, double? wayHome, bool alarms)
    {
        var site = new AirSite(new AirspaceSettings());
        await site.SeeAsync(says: facts => facts with { Home = AirSite.Middle.ToPosition("device") }, source: "HOME_POSITION");
        await site.FlyAsync(AirSite.At(90, metres));
        for (int i = 0; i < 5; i++)
        {
            await site.SeeAsync(says: facts => facts with { BatteryPercent = percent, ReturnPercent = wayHome }, source: "BATTERY_STATUS");
            site.Pass(1);
        }

        Assert.Equal(alarms ? ["east battery-low-far begins"] : [], site.Told);
        if (alarms)
        {
            var evidence = site.Bodies[0].Evidence!;
            Assert.Contains(evidence, one => one.What == "batteryPercent" && one.Value == percent && one.Limit == 25 && one.Source == "BATTERY_STATUS");
            Assert.Contains(evidence, one => one.What == "homeDistanceM" && Math.Abs(one.Value!.Value - metres) < 0.2 && one.Limit == 500 && one.Source == "GLOBAL_POSITION_INT");
            Assert.Contains(evidence, one => one is { What: "home", Source: "HOME_POSITION", Position: not null });
        }
    }

    [Fact]
    public async Task Battery_AroundTheLimit_EndsOnlyWhenClearlyBetterOrLanded()
    {
        await BatteryAsync(25, 4);
        await BatteryAsync(29, 10);
        Assert.Equal(["east battery-low-far begins"], _site.Told);
        await BatteryAsync(31, 4);
        Assert.Equal(["east battery-low-far begins", "east battery-low-far ends"], _site.Told);

        await BatteryAsync(20, 4);
        await _site.SeeAsync(says: facts => facts with { Airborne = false });
        _site.Pass(3);
        await _site.SeeAsync();

        Assert.Equal(["east battery-low-far begins", "east battery-low-far ends", "east battery-low-far begins", "east battery-low-far ends"], _site.Told);
    }

    [Fact]
    public async Task Battery_LowForAMoment_IsNothing()
    {
        await BatteryAsync(60, 2);
        await BatteryAsync(0, 2);
        await BatteryAsync(60, 5);

        Assert.Empty(_site.Told);
    }

    [Fact]
    public async Task See_NothingConfigured_TellsDistressAndLostLinks()
    {
        var site = new AirSite(new AirspaceSettings());
        await site.FlyAsync(AirSite.At(0, 90_000));
        await site.SeeAsync(says: facts => facts with { Distress = true });
        await site.SeeAsync(says: facts => facts with { Online = false });

        Assert.Equal(["east distress begins", "east link-lost begins"], site.Told);
        Assert.Equal("no-fence", site.Watch.Forbids("drones-1", "east", AirSite.Middle.ToPosition("site"), 10));
    }

    [Fact]
    public async Task See_ManyThreadsAndVehicles_EachAlarmOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(async () =>
        {
            for (int i = 0; i < 500; i++)
            {
                await _site.SeeAsync($"v-{i % 16}", facts => facts with { Distress = true, Airborne = true });
            }
        })));

        await Eventually.TrueAsync(() => _site.Told.Count >= 16, "all are told");
        Assert.Equal(Enumerable.Range(0, 16).Select(i => $"v-{i} distress begins").Order(), _site.Told.Order());
    }

    [Fact]
    public async Task See_MoreVehiclesThanThereIsRoom_KeepsThoseWithAnAlarm()
    {
        await _site.SeeAsync("first", facts => facts with { Distress = true });
        for (int i = 0; i < 1000; i++)
        {
            await _site.SeeAsync($"v-{i}", facts => facts with { Airborne = true });
        }

        await _site.SeeAsync("first", facts => facts with { Distress = false });
        _site.Pass(5);

        Assert.Equal(["first distress begins", "first distress ends"], _site.Told);
    }

    private async Task BatteryAsync(double percent, int seconds)
    {
        await _site.SeeAsync(says: facts => facts with { Home = AirSite.At(90, 700).ToPosition("device") });
        for (int i = 0; i < seconds; i++)
        {
            await _site.FlyAsync(AirSite.Middle);
            await _site.SeeAsync(says: facts => facts with { BatteryPercent = percent });
            _site.Pass(1);
        }
    }
}
