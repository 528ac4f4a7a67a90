using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Cabinet;
using EdgeGateway.Sim.Twins.Cabinet.Nut;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Cabinet.Nut;

public sealed class NutDriverTests
{
    [Fact]
    public async Task State_OnLine_TellsWhatTheServerKnows()
    {
        await using var ups = new WatchedUps();
        await ups.StartAsync();

        var state = ups.States.First();
        Assert.True(state.MainsPresent);
        Assert.Equal([new UpsState("main", "OL CHRG", false, false, 97, 1800, 229.5, 230.1, 23, 31.5, false)], state.Supplies);
        Assert.Equal((Lane.Telemetry, "ups-nut"), (ups.Sink.Entered.First().Lane, ups.Sink.Entered.First().Driver));
        Assert.Empty(ups.Host.Faults);
    }

    [Fact]
    public async Task PowerCut_UntilTheBatteryIsLowAndBack_IsToldStepByStep()
    {
        await using var ups = new WatchedUps();
        await ups.StartAsync();
        await ups.SetAsync("ups.status", "OB DISCHRG", "alarm mains-lost main begins critical");
        await Eventually.TrueAsync(() => ups.States.Last().MainsPresent == false, "the state that goes with it");
        await ups.SetAsync("ups.status", "OB DISCHRG LB RB", "alarm battery-replace main begins minor");
        await ups.SetAsync("ups.status", "OL CHRG", "event battery-replace main ends minor");

        Assert.Equal(
            [
                "alarm mains-lost main begins critical", "alarm battery-low main begins critical", "alarm battery-replace main begins minor",
                "event mains-lost main ends critical", "event battery-low main ends critical", "event battery-replace main ends minor",
            ],
            ups.Told);
    }

    [Theory]
    [InlineData("stale")]
    [InlineData("gone")]
    public async Task Stale_ForLong_IsASensorLostAndNoMainsAlarm(string how)
    {
        await using var ups = new WatchedUps();
        await ups.StartAsync();
        await ups.SetAsync(how, "1", "alarm sensor-lost main begins major");
        await Eventually.TrueAsync(() => ups.States.Last() is { MainsPresent: null, Supplies: [{ Status: null }] }, "a state that knows nothing");
        await ups.SetAsync(how, "0", "event sensor-lost main ends major");

        Assert.Equal(2, ups.Told.Count);
    }

    [Fact]
    public async Task Starting_DriverOfTheUpsSaysWait_IsNeitherMainsLostNorSensorLost()
    {
        await using var ups = new WatchedUps();
        ups.Twin.Desk.Set(null, "ups.status", "WAIT");
        await ups.StartAsync();
        await ups.SetAsync("ups.status", "OB", "alarm mains-lost main begins critical");

        Assert.Single(ups.Told);
        Assert.Equal("WAIT", ups.States.First().Supplies![0].Status);
        Assert.Null(ups.States.First().MainsPresent);
    }

    [Fact]
    public async Task SeveralUps_OneWithoutMains_IsToldByItsName()
    {
        await using var ups = new WatchedUps(new NutProfile { Ups = ["left", "right"] });
        await ups.StartAsync();
        await ups.SetAsync("ups.status", "OB", "alarm mains-lost right begins critical", "right");
        await Eventually.TrueAsync(() => ups.States.Last().MainsPresent == false, "the state that goes with it");

        Assert.Equal([("left", false), ("right", true)], ups.States.Last().Supplies!.Select(one => (one.Name, one.OnBattery!.Value)));
        Assert.Single(ups.Told);
    }

    [Fact]
    public async Task Restart_DuringAPowerCut_TellsTheEndOnly()
    {
        var memory = new FakeMemory();
        await using (var before = new WatchedUps(memory: memory))
        {
            await before.StartAsync();
            await before.SetAsync("ups.status", "OB", "alarm mains-lost main begins critical");
        }

        await using var after = new WatchedUps(memory: memory);
        after.Twin.Desk.Set(null, "ups.status", "OB");
        await after.StartAsync();
        await after.SetAsync("ups.status", "OL", "event mains-lost main ends critical");
        Assert.Single(after.Told);
    }

    [Fact]
    public async Task ServerThatMisbehaves_IsReadAllTheSame()
    {
        await using var ups = new WatchedUps(new NutProfile { Faults = new NutFaults { Noise = 2, LongLine = 3, OtherUps = 1, ByteByByte = true } });
        await ups.StartAsync();
        await ups.SetAsync("ups.status", "OB", "alarm mains-lost main begins critical");

        Assert.Single(ups.Told);
        Assert.False(ups.Running.IsCompleted);
        Assert.Equal(
            ["nut-line-too-long", "nut-other-ups", "nut-quotes"],
            ups.Host.Faults.Where(fault => fault.Kind == FaultKind.Garbled).Select(fault => fault.Reason).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Server_CutsInsideAnAnswerAndIsThere_EndsTheConversationAndNothingIsLost()
    {
        await using var ups = new WatchedUps();
        await ups.StartAsync();
        ups.Trouble.CutInside(1);

        Assert.Equal(FaultKind.Unreachable, (await Assert.ThrowsAsync<DeviceFaultException>(() => ups.Running.WaitAsync(TimeSpan.FromSeconds(60)))).Kind);
        Assert.Empty(ups.Told);
    }

    [Fact]
    public async Task Server_GoesAway_EndsTheConversationWithASensorLostAfterTwoRoundsMore()
    {
        await using var ups = new WatchedUps();
        await ups.StartAsync();
        ups.Trouble.Disconnect(DateTimeOffset.MaxValue);

        Assert.Equal(FaultKind.Unreachable, (await Assert.ThrowsAsync<DeviceFaultException>(() => ups.Running.WaitAsync(TimeSpan.FromSeconds(60)))).Kind);
        Assert.Equal(["alarm sensor-lost main begins major"], ups.Told);
        Assert.Equal(2, ups.Host.Faults.Count(fault => fault.Reason == "nut-round-missed"));
    }

    [Theory]
    [InlineData(false, "alarm sensor-lost main begins major,event mains-lost main ends critical,event flapping main ends critical")]
    [InlineData(true, "event mains-lost main ends critical,event flapping main ends critical")]
    public async Task Server_GoesAwayOrCutsWhileAnEndWaits_ItIsTold(bool isThere, string told)
    {
        await using var ups = new WatchedUps(change: options => options with { AlarmsPerHour = 2 });
        await ups.StartAsync();
        int before = await FlapAsync(ups);
        if (isThere)
        {
            ups.Trouble.CutInside(1);
        }
        else
        {
            ups.Trouble.Disconnect(DateTimeOffset.MaxValue);
        }

        await Assert.ThrowsAsync<DeviceFaultException>(() => ups.Running.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(told, string.Join(',', ups.Told.Skip(before)));
        Assert.Equal((1, "FLAPPING"), (Ended(ups).Returns, Ended(ups).Flags?.Single()));
    }

    [Fact]
    public async Task Stale_WhileAnEndWaits_ItIsTold()
    {
        await using var ups = new WatchedUps(change: options => options with { AlarmsPerHour = 2 });
        await ups.StartAsync();
        int before = await FlapAsync(ups);
        await ups.SetAsync("stale", "1", "event flapping main ends critical");

        Assert.Equal(["alarm sensor-lost main begins major", "event mains-lost main ends critical", "event flapping main ends critical"], ups.Told.Skip(before));
        Assert.Equal(1, Ended(ups).Returns);
    }

    [Fact]
    public async Task Server_FallsSilent_EndsTheConversation()
    {
        await using var ups = new WatchedUps(change: options => options with { Server = options.Server with { Timeout = TimeSpan.FromMilliseconds(500) } });
        await ups.StartAsync();
        ups.Trouble.Silence(DateTimeOffset.MaxValue);

        var ended = await Record.ExceptionAsync(() => ups.Running.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(FaultKind.Silent, Assert.IsType<DeviceFaultException>(ended).Kind);
        Assert.Equal(["alarm sensor-lost main begins major"], ups.Told);
    }

    [Fact]
    public async Task Connect_UpsThatTheServerDoesNotKnow_IsMisconfiguredAndNamesWhatThereIs()
    {
        await using var ups = new WatchedUps(change: options => options with { Ups = ["mian"] });

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(ups.ConnectAsync);

        Assert.Equal(FaultKind.Misconfigured, fault.Kind);
        Assert.Contains("main", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_NoUpsAtAll_IsUnsupported()
    {
        await using var ups = new WatchedUps(new NutProfile { Ups = [] });

        Assert.Equal(FaultKind.Unsupported, (await Assert.ThrowsAsync<DeviceFaultException>(ups.ConnectAsync)).Kind);
    }

    [Fact]
    public async Task Connect_WithLogin_SaysWhoAndOnlyReads()
    {
        var profile = new NutProfile { User = "watcher", Password = "s3cret" };
        await using (var ups = new WatchedUps(profile, change: options => options with { Login = true, Server = options.Server with { User = "watcher", Password = new Secret("s3cret") } }))
        {
            await ups.StartAsync();
            string[] first = [.. ups.Twin.Desk.Heard.Take(5)];
            Assert.Equal(["USERNAME watcher", "PASSWORD s3cret", "LIST UPS", "LOGIN main", "LIST VAR main"], first);
            Assert.All(ups.Twin.Desk.Heard, line => Assert.Contains(line.Split(' ')[0], (string[])["USERNAME", "PASSWORD", "LIST", "LOGIN", "LOGOUT"]));
        }

        await using var anonymous = new WatchedUps();
        await anonymous.StartAsync();
        Assert.All(anonymous.Twin.Desk.Heard, line => Assert.StartsWith("LIST ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Variable_ThatIsNoNumberOrImpossible_IsLeftOut()
    {
        await using var ups = new WatchedUps();
        ups.Twin.Desk.Set(null, "battery.charge", "250");
        ups.Twin.Desk.Set(null, "battery.runtime", "-1");
        ups.Twin.Desk.Set(null, "input.voltage", "n/a");
        ups.Twin.Desk.Set(null, "ups.load", "1e999");
        await ups.StartAsync();

        var state = ups.States.First().Supplies![0];
        Assert.Equal((null, null, null, null, 230.1), (state.ChargePercent, state.RuntimeS, state.InputVoltageV, state.LoadPercent, state.OutputVoltageV));
    }

    private static CabinetAlarmBody Ended(WatchedUps ups) => ups.Sink.Entered.Select(reading => reading.Body).OfType<CabinetAlarmBody>().Last(body => body.Alarm == "mains-lost");

    /// <summary>The mains are there in the end, and the platform has them as lost.</summary>
    private static async Task<int> FlapAsync(WatchedUps ups)
    {
        for (int i = 0; i < 4; i++)
        {
            ups.Twin.Desk.Set(null, "ups.status", "OB");
            await Eventually.TrueAsync(() => ups.States.Last().MainsPresent == false, "no mains");
            ups.Twin.Desk.Set(null, "ups.status", "OL");
            await Eventually.TrueAsync(() => ups.States.Last().MainsPresent == true, "mains again");
        }

        Assert.Equal("alarm flapping main begins critical", ups.Told[^1]);
        return ups.Told.Count;
    }
}
