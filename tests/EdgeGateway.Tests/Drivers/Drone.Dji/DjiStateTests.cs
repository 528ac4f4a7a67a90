using EdgeGateway.Drivers.Drone.Dji;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;
using EdgeGateway.Tests.Drivers.Contract;
using static EdgeGateway.Tests.Drivers.Drone.Dji.DjiConversation;

namespace EdgeGateway.Tests.Drivers.Drone.Dji;

public sealed class DjiStateTests
{
    private const string PartA =
        """{"mode_code":5,"latitude":39.9087654,"longitude":116.3974321,"height":61.5,"elevation":45.2,"horizontal_speed":8.1,"vertical_speed":-0.5,"attitude_head":-90,"battery":{"capacity_percent":63,"remain_flight_time":1260,"return_home_power":24,"landing_power":10,"batteries":[{"index":0,"sn":"BAT1","capacity_percent":63,"voltage":14980,"temperature":33.4,"loop_times":57}]}}""";

    private const string PartB = """{"position_state":{"gps_number":21,"is_fixed":2,"quality":10,"rtk_number":30},"wind_speed":3.2,"wind_direction":7}""";

    [Fact]
    public async Task Osd_InTwoParts_IsMerged()
    {
        await using var talk = await new DjiConversation().StartAsync();
        await talk.NameAsync();

        await talk.Brokers.SendAsync(AirOsd, Osd(PartA));
        talk.Time.Advance(TimeSpan.FromSeconds(2));
        await talk.Brokers.SendAsync(AirOsd, Osd(PartB));

        var positions = talk.Told<DronePositionBody>().ToArray();
        Assert.Equal(2, positions.Length);
        Assert.Equal((270, -0.5, 8.1, 61.5, 45.2), (positions[0].HeadingDeg, positions[0].ClimbMps, positions[0].SpeedMps, positions[0].AltitudeEllipsoidM, positions[0].AltitudeRelativeM));
        Assert.Equal((null, null), (positions[0].AltitudeMslM, positions[0].Fix));
        Assert.Equal(("rtk", 21, 3.2, "W"), (positions[1].Fix, positions[1].Satellites, positions[1].WindSpeedMps, positions[1].WindDirection));
        Assert.Equal(new GeoPosition(39.9087654, 116.3974321, "WGS-84", "device"), positions[1].Position);
        var state = talk.Told<DroneStateBody>().Last();
        Assert.Equal((true, true, "in-air", "mission", "5"), (state.Online, state.Armed, state.Landed, state.Mode, state.ModeRaw));
        Assert.Equal(new VehicleBattery(63, 14.98, RemainingS: 1260, TemperatureC: 33.4, ReturnPercent: 24), state.Battery);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1767575402000), talk.Sink.Entered.Last().Time);
    }

    [Fact]
    public async Task Osd_WindInTenths_IsScaled()
    {
        await using var talk = await new DjiConversation { Options = Usual with { WindScale = 0.1 } }.StartAsync();
        await talk.NameAsync();

        await talk.Brokers.SendAsync(AirOsd, Osd("""{"wind_speed":"32"}"""));

        Assert.Equal(3.2, talk.Told<DronePositionBody>().Single().WindSpeedMps);
    }

    [Fact]
    public async Task Osd_WithoutAFix_HasNoPlace()
    {
        await using var talk = await new DjiConversation().StartAsync();
        await talk.NameAsync();

        await talk.Brokers.SendAsync(AirOsd, Osd("""{"latitude":0,"longitude":0.0,"height":5}"""));

        Assert.Equal((null, null), talk.Told<DronePositionBody>().Select(body => (body.Position, body.AltitudeEllipsoidM)).Single());
    }

    [Fact]
    public async Task Osd_TenASecond_TellsOnePositionASecondAndEveryChangeAtOnce()
    {
        await using var talk = await new DjiConversation().StartAsync();
        await talk.NameAsync();
        int states = talk.Told<DroneStateBody>().Count();

        for (int i = 0; i < 100; i++)
        {
            await talk.Brokers.SendAsync(AirOsd, Osd($$"""{"mode_code":{{(i == 55 ? 9 : 5)}},"latitude":39.9,"longitude":116.3}"""));
            talk.Time.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.InRange(talk.Told<DronePositionBody>().Count(), 9, 11);
        Assert.Equal(["mission", "return", "mission"], talk.Told<DroneStateBody>().Skip(states).Select(body => body.Mode));
    }

    /// <summary>A device that flips with each message is told so often, and how it is in the end.</summary>
    [Fact]
    public async Task Osd_Chattering_IsBoundedAndItsLastIsTold()
    {
        await using var talk = await new DjiConversation().StartAsync();
        await talk.NameAsync();
        for (int i = 0; i < 200; i++)
        {
            await talk.Brokers.SendAsync(AirOsd, Osd($$"""{"mode_code":{{(i % 2 == 0 ? 9 : 5)}}}"""));
            await talk.Brokers.SendAsync(DockOsd, Osd($$"""{"cover_state":{{i % 2}}}"""));
        }

        await talk.Brokers.SendAsync(AirOsd, Osd("""{"mode_code":9}"""));
        await talk.Brokers.SendAsync(DockOsd, Osd("""{"cover_state":2}"""));
        await talk.PassAsync(60, () => talk.Told<DroneStateBody>().Last().Mode == "return" && talk.Told<DockStateBody>().Last().Cover == "half-open");

        Assert.Equal("return", talk.Told<DroneStateBody>().Last().Mode);
        Assert.InRange(talk.Told<DroneStateBody>().Count(), 20, 40);
        Assert.InRange(talk.Told<DockStateBody>().Count(), 20, 40);
    }

    /// <summary>A dock whose clock was never set must not tell things of the year 2033.</summary>
    [Theory]
    [InlineData(1_999_999_999_000)]
    [InlineData(1_001_000_000_000)]
    public async Task Clock_YearsOff_IsNotBelievedAndSaysSo(long sent)
    {
        await using var talk = await new DjiConversation().StartAsync();
        await talk.NameAsync();

        await talk.Brokers.SendAsync(AirOsd, Osd("""{"mode_code":9}""", sent));

        var reading = talk.Sink.Entered.Last();
        Assert.Equal((talk.Time.GetUtcNow(), TimeOrigin.Gateway, sent - Sent.ToUnixTimeMilliseconds()), (reading.Time, reading.TimeFrom, reading.DeviceOffsetMs));
        Assert.Equal(["CLOCK_OFF"], reading.Body.Flags);
        Assert.Equal($"{sent}", reading.Body.Source!.Time);
    }

    [Fact]
    public async Task Osd_NothingNew_IsToldNowAndThen()
    {
        await using var talk = await new DjiConversation { Options = Usual with { Report = TimeSpan.FromSeconds(30) } }.StartAsync();
        await talk.NameAsync();
        for (int i = 0; i < 45; i++)
        {
            await talk.Brokers.SendAsync(AirOsd, Osd("""{"mode_code":0,"battery":{"capacity_percent":90}}"""));
            await talk.Brokers.SendAsync(DockOsd, Osd("""{"mode_code":0,"cover_state":0}"""));
            talk.Time.Advance(TimeSpan.FromSeconds(2));
        }

        var periodic = talk.Sink.Entered.Where(reading => reading.Lane == Lane.Telemetry).Select(reading => reading.Body).ToArray();
        Assert.InRange(periodic.OfType<DroneStateBody>().Count(), 2, 3);
        Assert.InRange(periodic.OfType<DockStateBody>().Count(), 2, 3);
        Assert.All(periodic.OfType<DroneStateBody>(), body => Assert.Null(body.Changed));
    }

    [Fact]
    public async Task Dock_Osd_IsToldInOurWords()
    {
        await using var talk = await new DjiConversation().StartAsync();

        await talk.Brokers.SendAsync(DockOsd, Osd(
            """{"mode_code":4,"flighttask_step_code":1,"cover_state":1,"drone_in_dock":0,"drone_charge_state":{"state":0,"capacity_percent":32767},"emergency_stop_state":0,"temperature":"31.5","environment_temperature":29,"humidity":60,"wind_speed":4.2,"rainfall":2,"electric_supply_voltage":231,"media_file_detail":{"remain_upload":3},"sub_device":{"device_sn":"AIR001","device_model_key":"0-91-1"}}"""));
        await talk.Brokers.SendAsync(DockOsd, Osd("""{"cover_state":9}"""));

        var dock = talk.Told<DockStateBody>().First();
        Assert.Equal(("working", "flying", "open", false, false, null), (dock.Mode, dock.Step, dock.Cover, dock.DroneInside, dock.DroneCharging, dock.DroneChargePercent));
        Assert.Equal((false, 31.5, 29, 60, 4.2, "moderate", 231, 3), (dock.EmergencyStop, dock.TemperatureC, dock.OutsideTemperatureC, dock.HumidityPercent, dock.WindSpeedMps, dock.Rain, dock.SupplyVoltageV, dock.UploadsWaiting));
        Assert.Equal("9", talk.Told<DockStateBody>().Last().Cover);
        Assert.Contains(AirOsd, talk.Brokers.Filters);
    }

    [Fact]
    public async Task Silence_OfAMinute_TellsThatBothAreOfflineOnce()
    {
        var airspace = new FakeAirspace();
        await using var talk = await new DjiConversation { Airspace = airspace }.StartAsync();
        await talk.NameAsync();

        await talk.PassAsync(59);
        Assert.All(talk.Told<DockStateBody>(), body => Assert.True(body.Online));
        await talk.PassAsync(600, () => talk.Told<DockStateBody>().Any(body => !body.Online) && talk.Told<DroneStateBody>().Any(body => !body.Online));
        await talk.PassAsync(90);

        Assert.Equal([true, false], talk.Told<DockStateBody>().Select(body => body.Online));
        Assert.Equal([true, false], talk.Told<DroneStateBody>().Select(body => body.Online));
        Assert.Contains(airspace.Seen, facts => facts is { Vehicle: Air, Online: false });
        await talk.Brokers.SendAsync(DockOsd, Osd("""{"mode_code":0}"""));
        Assert.True(talk.Told<DockStateBody>().Last().Online);
    }

    [Fact]
    public async Task Osd_EveryFact_GoesToTheAirspaceAsItWasSaid()
    {
        var airspace = new FakeAirspace();
        await using var talk = await new DjiConversation { Airspace = airspace, Options = Usual with { MaxRateHz = 0.01, Vehicles = [new DjiVehicleOptions(Air, "east")] } }.StartAsync();

        await talk.Brokers.SendAsync(AirOsd, Osd(PartA));
        await talk.Brokers.SendAsync(AirOsd, Osd(PartB));
        await talk.Brokers.SendAsync(AirOsd, Osd("""{"mode_code":11}"""));
        await talk.Brokers.SendAsync(AirState, Osd("""{"home_latitude":39.9,"home_longitude":116.39}"""));
        await talk.Brokers.SendAsync(AirOsd, Osd("""{"home_distance":812.5}"""));

        Assert.Single(talk.Told<DronePositionBody>());
        var seen = airspace.Seen.ToArray();
        Assert.Equal(5, seen.Length);
        Assert.Equal((812.5, null), (seen[4].HomeDistanceM, seen[3].HomeDistanceM));
        Assert.All(seen, facts => Assert.Equal(("east", Air, "cam-1", "drone-dji"), (facts.Vehicle, facts.Serial, facts.From.Device, facts.From.Driver)));
        Assert.All(seen, facts => Assert.True(facts.IsConfigured));
        Assert.Equal((true, true, 45.2, 8.1, 63, 1260, 24, false), (seen[0].Online, seen[0].Airborne, seen[0].HeightM, seen[0].SpeedMps, seen[0].BatteryPercent, seen[0].RemainingS, seen[0].ReturnPercent, seen[0].Distress));
        Assert.Equal((null, null, null), (seen[1].Position, seen[1].Airborne, seen[1].BatteryPercent));
        Assert.Equal((true, true), (seen[2].Airborne, seen[2].Distress));
        Assert.Equal(("state", 39.9), (seen[3].Source, seen[3].Home!.Lat));
    }

    [Fact]
    public async Task Osd_DiskRefusesTheState_IsNewsAgainWithTheNext()
    {
        var sink = new FakeSink { Refuses = true };
        await using var talk = await new DjiConversation { Sink = sink, Options = Usual with { Vehicles = [new DjiVehicleOptions(Air, Air)] } }.StartAsync();

        await talk.Brokers.SendAsync(AirOsd, Osd("""{"mode_code":5}"""));
        await talk.Brokers.SendAsync(AirOsd, Osd("""{"mode_code":5}"""));

        Assert.Equal(2, talk.Told<DroneStateBody>().Count());
        Assert.Equal(2, talk.Host!.Faults.Count(fault => fault == (FaultKind.Busy, "reading-not-stored")));
    }
}
