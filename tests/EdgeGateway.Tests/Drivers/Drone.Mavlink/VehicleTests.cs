using EdgeGateway.Drivers.Drone.Mavlink;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Drone.Mavlink;

/// <summary>What is told of vehicles, and when.</summary>
public sealed class VehicleTests
{
    private readonly MavWire _wire = new(3);

    [Fact]
    public async Task Heartbeat_First_TellsTheStateAndShowsItToTheAirspace()
    {
        await using var flight = await new Flight().StartAsync();

        await flight.SayAsync(_wire.Heartbeat());
        await flight.UntilAsync(() => flight.States.Any(), "the first state");

        var reading = Assert.Single(flight.Sink.Entered);
        var state = Assert.IsType<DroneStateBody>(reading.Body);
        Assert.Equal((Lane.Event, "sys-3", "multirotor", true, true), (reading.Lane, state.Vehicle, state.VehicleType, state.Online, state.Armed));
        Assert.Equal(("mission", "67371008", "active"), (state.Mode, state.ModeRaw, state.System));
        Assert.Contains("online", state.Changed!);
        var facts = flight.Airspace!.Seen.First();
        Assert.Equal(("sys-3", "HEARTBEAT", true, false), (facts.Vehicle, facts.Source, facts.Online, facts.Distress));
    }

    [Fact]
    public async Task Heartbeat_OfACameraOrGroundStation_IsNoVehicle()
    {
        await using var flight = await new Flight().StartAsync();

        await flight.SayAsync(new MavWire(9, 100).Heartbeat(type: 30, autopilot: 8), new MavWire(254, 190).Heartbeat(type: 6, autopilot: 8), _wire.Position(39.9, 116.4));
        await flight.PassAsync(TimeSpan.FromSeconds(2));

        Assert.Empty(flight.Sink.Entered);
    }

    [Fact]
    public async Task Heartbeats_Stop_OfflineAfterFiveWhateverElseComes()
    {
        await using var flight = await new Flight().StartAsync();
        await flight.SayAsync(_wire.Heartbeat());

        await flight.PassAsync(TimeSpan.FromSeconds(4), () => flight.Ports.Say(_wire.Position(39.9, 116.4)));
        Assert.All(flight.States, state => Assert.True(state.Online));
        await flight.UntilAsync(() => flight.States.Any(state => !state.Online), "offline", TimeSpan.FromSeconds(3));

        Assert.Equal(["online"], flight.States.Last().Changed);
        Assert.Contains(flight.Airspace!.Seen, facts => facts.Online == false);
        await flight.SayAsync(_wire.Heartbeat());
        await flight.UntilAsync(() => flight.States.Last().Online, "online again", TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Position_FiftyTimesASecond_IsToldOnceASecondAndTheLastOneInTheEnd()
    {
        await using var flight = await new Flight().StartAsync();
        await flight.SayAsync(_wire.Heartbeat());
        int n = 0;

        await flight.PassAsync(TimeSpan.FromSeconds(5), () =>
        {
            flight.Ports.Say(_wire.Position(39.9 + (++n / 1e4), 116.4));
            if (n % 10 == 0)
            {
                flight.Ports.Say(_wire.Heartbeat());
            }
        });
        await flight.PassAsync(TimeSpan.FromSeconds(2));

        var told = flight.Bodies<DronePositionBody>().ToList();
        Assert.InRange(told.Count, 5, 7);
        Assert.Equal(39.9 + (n / 1e4), told[^1].Position!.Lat, 6);
        Assert.Equal(n, flight.Airspace!.Seen.Count(facts => facts.Position is not null));
        Assert.All(flight.Sink.Entered.Where(reading => reading.Body is DronePositionBody), reading => Assert.Equal(Lane.Telemetry, reading.Lane));
    }

    [Fact]
    public async Task State_Changes_AreToldAtOnceAndMeasuresAreNot()
    {
        await using var flight = await new Flight().StartAsync();
        await flight.SayAsync(_wire.Heartbeat(), _wire.Landed(1), _wire.Battery(1, 80));
        int before = flight.States.Count();

        await flight.SayAsync(_wire.Battery(1, 79), _wire.Battery(1, 78));
        Assert.Equal(before, flight.States.Count());
        await flight.SayAsync(_wire.Landed(2), _wire.Heartbeat(custom: 0x05040000), _wire.Landed(1));

        Assert.Equal([["landed"], ["mode"], ["landed"]], flight.States.Skip(before).Select(state => state.Changed));
        Assert.Equal("return", flight.States.Last().Mode);
        Assert.Equal(78, flight.States.Last().Battery!.Percent);
    }

    [Fact]
    public async Task State_Chattering_IsBoundedAndItsLastIsTold()
    {
        await using var flight = await new Flight().StartAsync();
        await flight.SayAsync(_wire.Heartbeat());

        for (uint i = 0; i < 200; i++)
        {
            flight.Ports.Say(_wire.Heartbeat(custom: i));
        }

        await flight.PassAsync(TimeSpan.FromSeconds(3), () => flight.Ports.Say(_wire.Heartbeat(custom: 199)));

        Assert.InRange(flight.States.Count(), 20, 45);
        Assert.Equal("199", flight.States.Last().ModeRaw);
    }

    [Fact]
    public async Task State_Periodic_IsTelemetryWithoutChanges()
    {
        await using var flight = await new Flight { Options = Flight.Quiet with { Pace = new MavlinkPace { Report = TimeSpan.FromSeconds(5) } } }.StartAsync();

        await flight.PassAsync(TimeSpan.FromSeconds(12), () => flight.Ports.Say(_wire.Heartbeat()));

        var periodic = flight.Sink.Entered.Where(reading => reading.Lane == Lane.Telemetry).Select(reading => (DroneStateBody)reading.Body).ToList();
        Assert.InRange(periodic.Count, 2, 3);
        Assert.All(periodic, state => Assert.Null(state.Changed));
    }

    [Fact]
    public async Task Sensors_BeginAndEnd_AcrossARestartOfTheGateway()
    {
        var memory = new FakeMemory();
        await using (var flight = await new Flight(memory).StartAsync())
        {
            await flight.SayAsync(_wire.Heartbeat(), _wire.SysStatus(0x10000023, 0x10000023), _wire.SysStatus(0x10000023, 0x3), _wire.SysStatus(0x10000023, 0x3));
            var begun = Assert.Single(flight.Alarms);
            Assert.Equal(("sensor", "gps", true, "major"), (begun.Alarm, begun.Name, begun.Active, begun.Severity));
            Assert.Equal(Lane.Alarm, flight.Sink.Entered.Single(reading => reading.Body is DroneAlarmBody).Lane);
            Assert.Equal(["gps", "pre-arm"], flight.States.Last().Unhealthy);
        }

        await using var again = await new Flight(memory).StartAsync();
        await again.SayAsync(_wire.Heartbeat(), _wire.SysStatus(0x23, 0x3), _wire.SysStatus(0x23, 0x23));

        var ended = Assert.Single(again.Alarms);
        Assert.Equal(("gps", false), (ended.Name, ended.Active));
        Assert.Equal(Lane.Event, again.Sink.Entered.Single(reading => reading.Body is DroneAlarmBody).Lane);
    }

    [Fact]
    public async Task Battery_GetsWorse_EndsAsWhatItWasAndBeginsAsWhatItIs()
    {
        await using var flight = await new Flight().StartAsync();

        await flight.SayAsync(_wire.Heartbeat(), _wire.Battery(1), _wire.Battery(2, 20), _wire.Battery(2, 19), _wire.Battery(3, 9), _wire.Battery(7, 10));

        Assert.Equal(
            [("low", true, "major"), ("low", false, "major"), ("critical", true, "critical"), ("critical", false, "critical")],
            flight.Alarms.Select(alarm => (alarm.Code!, alarm.Active!.Value, alarm.Severity)));
        Assert.Contains(flight.Airspace!.Seen, facts => facts is { BatteryPercent: 9, RemainingS: 600 });
    }

    [Fact]
    public async Task Texts_BySeverity_AreAlarmsOrMessagesInTheNameOfWhoSaidThem()
    {
        await using var flight = await new Flight().StartAsync();

        await flight.SayAsync(_wire.Heartbeat(), _wire.Text(2, "电池电量低，返航"), _wire.Text(6, "mission started"), new MavWire(3, 154).Text(4, "gimbal blocked"));

        var (first, second) = (flight.Alarms.First(), flight.Alarms.Last());
        Assert.Equal(("sys-3", "电池电量低，返航", "critical", null), (first.Vehicle, first.Text, first.Severity, first.Active));
        Assert.Equal(("sys-3/154", "gimbal blocked", "minor"), (second.Vehicle, second.Text, second.Severity));
        var message = Assert.Single(flight.Bodies<DroneMessageBody>());
        Assert.Equal((6, "mission started"), (message.Severity, message.Text));
    }

    [Fact]
    public async Task Text_InPieces_IsOneAndAnUnfinishedOneIsToldWithItsGaps()
    {
        await using var flight = await new Flight().StartAsync();
        string fifty = new('a', 50);

        await flight.SayAsync(_wire.Heartbeat(), _wire.Text(6, fifty, 1, 0), _wire.Text(6, "end", 1, 1), _wire.Text(6, fifty, 2, 0), _wire.Text(6, "tail", 2, 2));
        await flight.PassAsync(TimeSpan.FromSeconds(6), () => flight.Ports.Say(_wire.Heartbeat()));

        var told = flight.Bodies<DroneMessageBody>().ToList();
        Assert.Equal([fifty + "end", fifty + "[...]tail"], told.Select(text => text.Text));
        Assert.Equal(["TEXT_GAPS"], told[1].Flags);
    }

    [Fact]
    public async Task Capture_Home_AndPlaceThatIsNone_AreToldWithoutNaN()
    {
        await using var flight = await new Flight().StartAsync();

        await flight.SayAsync(_wire.Heartbeat(), _wire.Home(39.9087654, 116.3974321), _wire.Position(0, 0, hdg: 65_535), _wire.Capture(7, "DCIM/7.jpg"));

        Assert.Equal(39.9087654, flight.States.Last().Home!.Lat, 6);
        var at = Assert.Single(flight.Bodies<DronePositionBody>());
        Assert.Equal((null, null), (at.Position, at.HeadingDeg));
        Assert.Equal(["ZERO_POSITION"], at.Flags);
        var capture = Assert.Single(flight.Bodies<DroneCaptureBody>());
        Assert.Equal((true, 7, "DCIM/7.jpg", null), (capture.Success, capture.Index, capture.File, capture.CameraYawDeg));
    }

    [Fact]
    public async Task Vehicles_OnOneLink_AreToldApartByTheNamesOfTheSite()
    {
        var options = Flight.Quiet with { Fleet = new MavlinkFleet { Vehicles = [new MavlinkVehicleOptions(3, "drone-east")] } };
        await using var flight = await new Flight { Options = options }.StartAsync();

        await flight.SayAsync(_wire.Heartbeat(), new MavWire(4).Heartbeat(type: 1, autopilot: 3, custom: 11), new MavWire(3, 2).Heartbeat());

        Assert.Equal([("drone-east", "multirotor", "mission"), ("sys-4", "fixed-wing", "return")], flight.States.Select(state => (state.Vehicle, state.VehicleType!, state.Mode!)));
        Assert.Contains((FaultKind.Garbled, "second-autopilot"), flight.Faults);
    }

    [Fact]
    public async Task Copies_AndARestart_AreNoEventsAndNoLoss()
    {
        await using var flight = await new Flight().StartAsync();
        byte[] text = _wire.Text(3, "motor 2 hot");
        await flight.SayAsync(_wire.Heartbeat(), text, text, _wire.Clock(500_000), text);
        Assert.Single(flight.Alarms);

        var fresh = new MavWire(3);
        await flight.SayAsync(fresh.Heartbeat(), fresh.Clock(1_000), fresh.Heartbeat(custom: 1));

        Assert.Equal(0, flight.States.Last().LostFrames);
    }

    [Fact]
    public async Task Distress_IsShownToTheAirspace()
    {
        await using var flight = await new Flight().StartAsync();

        await flight.SayAsync(_wire.Heartbeat(state: 6), _wire.Landed(2));

        Assert.True(flight.Airspace!.Seen.First().Distress);
        Assert.True(flight.Airspace.Seen.Last().Airborne);
        Assert.Equal("emergency", flight.States.First().System);
    }

    [Fact]
    public async Task Beat_OfTheGateway_GoesToEveryVehicleOnceASecondInTheVersionItSpeaks()
    {
        await using var flight = await new Flight().StartAsync();
        var old = new MavWire(5) { IsV1 = true };

        await flight.PassAsync(TimeSpan.FromSeconds(6), () => flight.Ports.Say(old.Heartbeat()));

        var beats = flight.Ports.Sent.Where(one => one.Frame.IsHeartbeat).Select(one => one.Frame).ToList();
        Assert.InRange(beats.Count, 5, 7);
        Assert.Equal(((byte)255, (byte)190), beats[0].From);
        Assert.False(beats[0].IsV1);
        Assert.True(beats[^1].IsV1);
        await flight.SayAsync(new MavWire(5).Heartbeat());
        await flight.PassAsync(TimeSpan.FromSeconds(2));
        Assert.False(flight.Ports.Sent.Last().Frame.IsV1);
    }

    /// <summary>Two ways, of which one is longer: the last word is the newest one and not the one that came last.</summary>
    [Fact]
    public async Task Frames_Overtaken_DoNotBringAnOldStateBack()
    {
        await using var flight = await new Flight().StartAsync();
        byte[] disarmed = _wire.Heartbeat(mode: 0x51);
        byte[] text = _wire.Text(3, "overtaken");
        byte[] there = _wire.Position(39.90, 116.4);
        byte[] armed = _wire.Heartbeat();
        byte[] here = _wire.Position(39.91, 116.4);

        await flight.SayAsync(armed, here, disarmed, text, there);
        await flight.PassAsync(TimeSpan.FromSeconds(3));

        Assert.True(flight.States.Last().Armed);
        Assert.Equal(39.91, flight.Airspace!.Seen.Last(facts => facts.Position is not null).Position!.Lat, 6);
        Assert.Equal("overtaken", Assert.Single(flight.Alarms).Text);
    }

    /// <summary>Beats alone, a second apart: counters that begin anew behind the last one are a restart.</summary>
    [Fact]
    public async Task Beats_OfAVehicleThatBeganAnew_AreHeard()
    {
        await using var flight = await new Flight { Step = TimeSpan.FromSeconds(1) }.StartAsync();
        for (uint i = 0; i < 9; i++)
        {
            await flight.SayAsync(_wire.Heartbeat(custom: i));
        }

        var fresh = new MavWire(3);
        for (uint i = 0; i < 7; i++)
        {
            await flight.SayAsync(fresh.Heartbeat(custom: 100 + i));
        }

        Assert.All(flight.States, state => Assert.True(state.Online));
        Assert.Equal("106", flight.States.Last().ModeRaw);
    }

    [Fact]
    public async Task Landed_ToldOnce_DoesNotSilenceTheFlight()
    {
        await using var flight = await new Flight().StartAsync();
        await flight.SayAsync(_wire.Heartbeat(mode: 0x51), _wire.Landed(1), _wire.Position(39.9, 116.4, relativeMm: 0));
        Assert.False(flight.Airspace!.Seen.Last().Airborne);

        await flight.SayAsync(_wire.Heartbeat(), _wire.Position(39.9, 116.4, relativeMm: 30_000));
        Assert.True(flight.Airspace.Seen.Last().Airborne);
        await flight.SayAsync(_wire.Landed(2), _wire.Position(39.9, 116.4, relativeMm: 1_000));
        Assert.True(flight.Airspace.Seen.Last().Airborne);
        await flight.PassAsync(TimeSpan.FromSeconds(6), () => flight.Ports.Say(_wire.Heartbeat()));
        await flight.SayAsync(_wire.Position(39.9, 116.4, relativeMm: 1_000));
        Assert.False(flight.Airspace.Seen.Last().Airborne);
    }

    /// <summary>What drives or floats never leaves the ground: a fence holds it there.</summary>
    [Theory]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(46)]
    public async Task Airborne_OfWhatCannotFly_IsNotTold(byte type)
    {
        await using var flight = await new Flight().StartAsync();

        await flight.SayAsync(_wire.Heartbeat(type), _wire.Landed(1), _wire.Position(39.9, 116.4, relativeMm: 0), _wire.Heartbeat(type));

        Assert.All(flight.Airspace!.Seen, facts => Assert.Null(facts.Airborne));
    }

    /// <summary>0 is what a battery says that does not know, and every shorter frame.</summary>
    [Fact]
    public async Task Battery_ChargeUndefined_EndsNothing()
    {
        await using var flight = await new Flight().StartAsync();

        await flight.SayAsync(_wire.Heartbeat(), _wire.Battery(2, 20), _wire.Battery(0, 20));

        Assert.True(Assert.Single(flight.Alarms).Active);
    }

    /// <summary>The gateway was stopped while it was in the air: whether it comes again or not is told.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Vehicle_OnlineBeforeARestart_IsOfflineUnlessItComes(bool comes)
    {
        var memory = new FakeMemory();
        await using (var flight = await new Flight(memory).StartAsync())
        {
            await flight.SayAsync(_wire.Heartbeat());
        }

        await using var again = await new Flight(memory).StartAsync();
        await again.PassAsync(TimeSpan.FromSeconds(7), () => again.Ports.Say(comes ? _wire.Heartbeat() : []));

        var state = Assert.Single(again.States);
        Assert.Equal(("sys-3", comes), (state.Vehicle, state.Online));
        Assert.Equal(comes, again.Airspace!.Seen.All(facts => facts.Online != false));
        Assert.Equal(comes ? "3" : string.Empty, memory.Recall("online"));
    }
}
