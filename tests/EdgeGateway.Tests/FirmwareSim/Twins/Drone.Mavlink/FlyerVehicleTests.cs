using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;
using EdgeGateway.Sim.Twins.Drone.Mavlink;
using EdgeGateway.Tests.FirmwareSim.Support;
using EdgeGateway.Tests.Protocol.Mavlink;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.Drone.Mavlink;

/// <summary>One vehicle, step by step on a clock of the test.</summary>
public sealed class FlyerVehicleTests
{
    private const string Key = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static readonly DateTimeOffset s_begin = new(2026, 11, 22, 3, 32, 0, TimeSpan.Zero);

    private readonly ListLedger _ledger = new();

    [Fact]
    public void Step_AMinute_TellsAtItsRates()
    {
        var frames = Fly(new FlyerProfile { RateHz = 50, CaptureEvery = TimeSpan.FromSeconds(5), TextEvery = TimeSpan.FromSeconds(4) }, 60);

        var counts = frames.Where(frame => frame.Component == 1).CountBy(frame => frame.MessageId).ToDictionary();
        Assert.Equal((60, 3000, 3000, 60, 60), (counts[Heartbeat.MsgId], counts[GlobalPositionInt.MsgId], counts[Attitude.MsgId], counts[SystemTime.MsgId], counts[SysStatus.MsgId]));
        Assert.Equal(12, frames.Count(frame => frame.MessageId == CameraImageCaptured.MsgId));
        Assert.Equal(Enumerable.Range(0, 12), frames.Where(frame => frame.MessageId == CameraImageCaptured.MsgId).Select(frame => frame.Read<CameraImageCaptured>().ImageIndex));
        Assert.Equal(12, _ledger.Lines.Count(line => line.Kind == "drone.capture"));
        Assert.Equal(15, _ledger.Lines.Count(line => line.Kind == "drone.message"));
    }

    [Fact]
    public void Step_Patrol_GoesRoundHomeAtItsHeight()
    {
        var profile = new FlyerProfile { RadiusM = 100, HeightM = 40, SpeedMps = 20, Points = 4 };
        var places = Fly(profile, 60).Where(frame => frame.MessageId == GlobalPositionInt.MsgId).Select(frame => frame.Read<GlobalPositionInt>()).ToList();

        Assert.Equal(0.4, places[0].RelativeAlt / 1000.0);
        Assert.Equal(40, places[^1].RelativeAlt / 1000.0);
        Assert.InRange(places.Max(place => place.Lat) / 1e7 - profile.Lat, 0.00088, 0.00092);
        Assert.InRange(profile.Lat - places.Min(place => place.Lat) / 1e7, 0.00088, 0.00092);
        Assert.Equal([("true", "take-off"), ("true", "mission")], States());
    }

    [Fact]
    public void Step_Order_ReturnBringsItHomeAndDisarms()
    {
        var vehicle = Vehicle(new FlyerProfile { RadiusM = 50, HeightM = 20, SpeedMps = 20 });
        Fly(vehicle, 10, 10);
        var ack = Answer(vehicle, new CommandLong(0, 0, 0, 0, 0, 0, 0, 20, 1, 1, 0)).Single().Read<CommandAck>();

        Assert.Equal((20, 0, 255, 190), (ack.Command, ack.Result, ack.TargetSystem, ack.TargetComponent));
        Fly(vehicle, 10, 30);
        Assert.Equal((false, FlyerMode.Ready), (vehicle.Flight.IsArmed, vehicle.Flight.Mode));
        Assert.InRange(vehicle.Flight.HomeM, 0, 1);
        Assert.Equal([("true", "take-off"), ("true", "mission"), ("true", "return"), ("false", "ready")], States());
    }

    [Fact]
    public void Step_Order_GoToIsOnlyTakenAsInteger()
    {
        var profile = new FlyerProfile { RadiusM = 50, HeightM = 20, SpeedMps = 20 };
        var vehicle = Vehicle(profile);
        Fly(vehicle, 10, 10);
        int lat = (int)((profile.Lat + 0.0009) * 1e7);

        Assert.Equal(8, Answer(vehicle, new CommandLong(0, 0, 0, 0, 22, 113, 30, 192, 1, 1, 0)).Single().Read<CommandAck>().Result);
        Assert.Equal(0, Answer(vehicle, new CommandInt(-1, 1, 0, float.NaN, lat, (int)(profile.Lon * 1e7), 30, 192, 1, 1, 6, 0, 0)).Single().Read<CommandAck>().Result);
        Fly(vehicle, 10, 20);

        Assert.InRange(vehicle.Flight.North, 99, 101);
        Assert.Equal((FlyerMode.Hold, 30.0), (vehicle.Flight.Mode, vehicle.Flight.Up));
    }

    [Theory]
    [InlineData(193, 0f, 0)]
    [InlineData(2000, 0f, 0)]
    [InlineData(511, 33f, 0)]
    [InlineData(512, 148f, 0)]
    [InlineData(512, 99f, 2)]
    [InlineData(31000, 0f, 3)]
    public void Answer_Order_SaysHowItWasTaken(ushort command, float first, byte result)
    {
        var vehicle = Vehicle(new FlyerProfile());

        var answers = Answer(vehicle, new CommandLong(first, 0, 0, 0, 0, 0, 0, command, 1, 1, 0));

        Assert.Equal((command, result), (answers[0].Read<CommandAck>().Command, answers[0].Read<CommandAck>().Result));
        Assert.Equal(command == 512 && result == 0, answers.Count == 2);
    }

    [Fact]
    public void Answer_OrderForAnother_IsNone() => Assert.Empty(Answer(Vehicle(new FlyerProfile()), new CommandLong(0, 0, 0, 0, 0, 0, 0, 20, 2, 1, 0)));

    [Fact]
    public void Step_Events_HappenWhenTheyAreDueAndAreInTheLedger()
    {
        var events = new FlyerEvents
        {
            BatteryLow = TimeSpan.FromSeconds(20), LeaveFence = TimeSpan.FromSeconds(25), LinkLost = TimeSpan.FromSeconds(42), LinkLostFor = TimeSpan.FromSeconds(5), Distress = TimeSpan.FromSeconds(50),
        };
        var frames = Fly(new FlyerProfile { RadiusM = 60, HeightM = 20, FenceM = 100, SpeedMps = 20, Events = events }, 60);

        Assert.Equal(
            ["battery-low-far true", "message ", "fence-left true", "link-lost true", "link-lost false", "distress true", "message "],
            _ledger.Lines.Where(line => line.Kind == "drone.alarm").Select(line => $"{line.Facts!["alarm"]} {line.Facts.GetValueOrDefault("active")}"));
        Assert.Equal(14, frames.Last(frame => frame.MessageId == BatteryStatus.MsgId).Read<BatteryStatus>() is var battery ? battery.BatteryRemaining + 2 : 0, 1.0);
        Assert.Equal(6, frames.Last(frame => frame.MessageId == Heartbeat.MsgId).Read<Heartbeat>().SystemStatus);
        Assert.All(_ledger.Lines, line => Assert.False(line.IsAccepted));
    }

    [Fact]
    public void Step_Restart_CountsAndTimeBeginAgain()
    {
        var frames = Fly(new FlyerProfile { Events = new FlyerEvents { Restart = TimeSpan.FromSeconds(10) } }, 20);
        var clock = new MavClock();
        var loss = new MavLoss();
        int restarts = 0;
        foreach (var frame in frames)
        {
            loss.See(frame);
            if (frame.MessageId == SystemTime.MsgId)
            {
                restarts += clock.See(frame.Read<SystemTime>()) ? 1 : 0;
                loss.Restarted(restarts == 1 ? frame.System : (byte)0);
            }
        }

        Assert.Equal((1, 0), (restarts, loss.Lost));
    }

    [Fact]
    public void Step_Glitch_IsFarAwayWithABadFix()
    {
        var gps = Fly(new FlyerProfile { Faults = new FlyerFaults { GlitchEvery = 7 } }, 7).Where(frame => frame.MessageId == GpsRawInt.MsgId).Select(frame => frame.Read<GpsRawInt>()).ToList();

        Assert.Equal(10, gps.Count(fix => fix.FixType == 2 && fix.Eph == 9900));
    }

    [Fact]
    public void Step_Signed_EveryFrameHasALaterTimeOfTheRightKey()
    {
        var check = new MavSignatureCheck(MavVectors.Key, MavUnsignedPolicy.Reject);
        var vehicle = Vehicle(new FlyerProfile { Key = Key, CaptureEvery = TimeSpan.FromSeconds(1) });
        var frames = Fly(vehicle, 10, 5);

        Assert.All(frames, frame => Assert.Null(check.Refuses(frame, s_begin.AddSeconds(5))));
        Assert.Equal(MavFaults.Signature, check.Refuses(MavReading.One(vehicle.Forged(s_begin.AddSeconds(9))), s_begin.AddSeconds(9)));
    }

    [Fact]
    public void Forged_Unsigned_HasAWrongChecksum() => Assert.Equal(MavFaults.Crc, Assert.Single(MavReading.Stream(Vehicle(new FlyerProfile()).Forged(s_begin))).Fault);

    [Fact]
    public void Step_Version1_IsReadAsVersion1() => Assert.All(Fly(new FlyerProfile { IsV1 = true, TextEvery = TimeSpan.FromSeconds(1) }, 6), frame => Assert.Equal(MavVersion.V1, frame.Version));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Overheard_Aircraft_ComesNearerAndSaysWhoItIs(bool isPack)
    {
        var site = new FlyerProfile();
        var aircraft = new OverheardAircraft(new OverheardProfile { IsPack = isPack }, site);
        var seconds = new[] { 5.0, 65.0 };
        var ends = seconds.Select(second => Locations(aircraft.Say(TimeSpan.FromSeconds(second), s_begin)).Single()).ToList();

        Assert.Equal((false, true, false), (aircraft.IsHeard(TimeSpan.FromSeconds(4)), aircraft.IsHeard(TimeSpan.FromSeconds(5)), aircraft.IsHeard(TimeSpan.FromSeconds(65))));
        Assert.InRange((ends[0].Longitude / 1e7 - site.Lon) * 111_320 * Math.Cos(site.Lat * Math.PI / 180), 1499, 1501);
        Assert.InRange((ends[1].Longitude / 1e7 - site.Lon) * 111_320 * Math.Cos(site.Lat * Math.PI / 180), 599, 601);
        Assert.Equal((27_000, 1_500, 85f, 80f), (ends[0].Direction, ends[0].SpeedHorizontal, ends[0].AltitudeGeodetic, ends[0].Height));
    }

    private static IEnumerable<OpenDroneIdLocation> Locations(IEnumerable<byte[]> frames)
    {
        foreach (var frame in frames.Select(MavReading.One))
        {
            if (frame.MessageId == OpenDroneIdLocation.MsgId)
            {
                yield return frame.Read<OpenDroneIdLocation>();
            }
            else if (frame.MessageId == OpenDroneIdMessagePack.MsgId)
            {
                yield return RemoteIdPack.Open(frame.Read<OpenDroneIdMessagePack>())!.Location!.Value;
            }
        }
    }

    private FlyerVehicle Vehicle(FlyerProfile profile) =>
        new(new FlyerPlan("drones", profile, 1, s_begin, DateTimeOffset.MaxValue, long.MaxValue), 0, _ledger, new FakeTimeProvider(s_begin));

    private List<MavFrame> Fly(FlyerProfile profile, int seconds) => Fly(Vehicle(profile), profile.RateHz, seconds);

    private readonly Dictionary<FlyerVehicle, int> _ticks = [];

    private List<MavFrame> Fly(FlyerVehicle vehicle, int rate, int seconds)
    {
        var frames = new List<MavFrame>();
        int begin = _ticks.GetValueOrDefault(vehicle);
        for (int tick = begin; tick < begin + (rate * seconds); tick++)
        {
            var at = TimeSpan.FromSeconds((double)tick / rate);
            frames.AddRange(vehicle.Step(at, s_begin + at, s_begin + at).Select(MavReading.One));
        }

        _ticks[vehicle] = begin + (rate * seconds);
        return frames;
    }

    private static List<MavFrame> Answer<T>(FlyerVehicle vehicle, T order)
        where T : struct, IMavMessage<T> =>
        [.. vehicle.Desk.Answer(MavReading.One(new MavWriter(255, 190).Write(order, s_begin)), s_begin).Select(MavReading.One)];

    private IEnumerable<(string, string)> States() => _ledger.Lines.Where(line => line.Kind == "drone.state").Select(line => (line.Facts!["armed"], line.Facts["mode"]));
}
