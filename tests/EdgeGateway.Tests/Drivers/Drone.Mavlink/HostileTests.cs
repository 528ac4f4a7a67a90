using System.Net;
using EdgeGateway.Drivers.Drone.Mavlink;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Drone.Mavlink;

/// <summary>What somebody on the network can do, and what it costs.</summary>
public sealed class HostileTests
{
    private static readonly IPEndPoint s_stranger = new(IPAddress.Parse("198.51.100.66"), 6_666);

    private static readonly ReadingEnvelope s_envelope = new("site", "gw");

    private readonly MavWire _wire = new(3);

    [Fact]
    public async Task Stranger_WhileTheVehicleIsHeard_DoesNotSpeakForItNorHearUs()
    {
        await using var flight = await new Flight().StartAsync();
        await flight.SayAsync(_wire.Heartbeat());

        await flight.SayFromAsync(s_stranger, new MavWire(3).Heartbeat(custom: 0x05040000));
        await flight.PassAsync(TimeSpan.FromSeconds(3), () => flight.Ports.Say(_wire.Heartbeat()));

        Assert.All(flight.States, state => Assert.Equal("mission", state.Mode));
        Assert.Contains((FaultKind.Garbled, "other-address"), flight.Faults);
        Assert.DoesNotContain(flight.Ports.Sent, one => one.To.Equals(s_stranger));
    }

    [Fact]
    public async Task Vehicle_FromAnotherPortOrAfterSilence_IsFollowed()
    {
        await using var flight = await new Flight().StartAsync();
        await flight.SayAsync(_wire.Heartbeat());
        var moved = new IPEndPoint(AirPorts.Usual.Address, 40_001);
        await flight.SayFromAsync(moved, _wire.Heartbeat());
        await flight.PassAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(moved, flight.Ports.Sent.Last().To);

        await flight.PassAsync(TimeSpan.FromSeconds(6));
        await flight.SayFromAsync(s_stranger, _wire.Heartbeat());

        await flight.UntilAsync(() => flight.States.Last().Online && flight.Ports.Sent.Last().To.Equals(s_stranger), "the new address");
    }

    [Fact]
    public async Task Pinned_Vehicle_HasNoOtherAddressEver()
    {
        var options = Flight.Quiet with { Fleet = new MavlinkFleet { Vehicles = [new MavlinkVehicleOptions(3, "drone-east", AirPorts.Usual.Address)], Others = false } };
        await using var flight = await new Flight { Options = options }.StartAsync();

        await flight.SayFromAsync(s_stranger, _wire.Heartbeat());
        await flight.SayAsync(new MavWire(4).Heartbeat());
        Assert.Empty(flight.Sink.Entered);
        await flight.SayAsync(_wire.Heartbeat());

        Assert.Equal("drone-east", Assert.Single(flight.States).Vehicle);
        Assert.Contains((FaultKind.Garbled, "other-address"), flight.Faults);
        Assert.Contains((FaultKind.Garbled, "unknown-vehicle"), flight.Faults);
    }

    [Fact]
    public async Task Vehicles_TooMany_AreNotTakenAndTheKnownOneHasItsPlace()
    {
        var options = Flight.Quiet with { Fleet = new MavlinkFleet { Vehicles = [new MavlinkVehicleOptions(200, "ours")], Most = 4 } };
        await using var flight = await new Flight { Options = options }.StartAsync();

        for (byte system = 1; system <= 200; system++)
        {
            flight.Ports.Say(new MavWire(system).Heartbeat(), new IPEndPoint(IPAddress.Parse("198.51.100.1"), 1_000 + system));
        }

        await flight.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(["sys-1", "sys-2", "sys-3", "ours"], flight.States.Select(state => state.Vehicle).Distinct());
        Assert.Contains((FaultKind.Busy, "too-many-vehicles"), flight.Faults);
        Assert.InRange(flight.Ports.Sent.Select(one => one.To).Distinct().Count(), 0, 4);
    }

    [Fact]
    public async Task Texts_WithoutEnd_AreBoundedAndCounted()
    {
        await using var flight = await new Flight().StartAsync();
        await flight.SayAsync(_wire.Heartbeat());

        for (int i = 0; i < 2_000; i++)
        {
            flight.Ports.Say(_wire.Text(0, $"help {i}"));
        }

        await flight.PassAsync(TimeSpan.FromSeconds(1));

        Assert.InRange(flight.Alarms.Count(), 500, 540);
        Assert.Contains((FaultKind.Busy, "too-many-events"), flight.Faults);
    }

    [Fact]
    public async Task OwnIds_DamageAndUnknownIds_AreCountedAndTheNextGoodFrameIsRead()
    {
        await using var flight = await new Flight().StartAsync();
        byte[] broken = _wire.Heartbeat();
        broken[^1] ^= 1;

        await flight.SayAsync(new MavWire(255, 190).Heartbeat(autopilot: 3), broken, _wire.Frame(54_321, 7, [1, 2, 3]), [0xFD], [], [.. "00FD0500"u8, .. _wire.Heartbeat(), .. _wire.Landed(2)]);

        Assert.Equal("in-air", flight.States.Last().Landed);
        Assert.Contains((FaultKind.Garbled, "own-ids"), flight.Faults);
        Assert.Contains((FaultKind.Garbled, "crc"), flight.Faults);
        Assert.Contains((FaultKind.Unsupported, "unknown-id"), flight.Faults);
        Assert.All(flight.States, state => Assert.Equal("sys-3", state.Vehicle));
    }

    /// <summary>Whatever stands in a frame with a right checksum: the listener lives, and no number is told that is none.</summary>
    [Fact]
    public async Task Payloads_OfAnyBytes_EndNothing()
    {
        (int Id, byte Crc)[] messages =
        [
            (0, 50), (1, 124), (2, 137), (24, 24), (30, 39), (33, 104), (42, 28), (46, 11), (74, 20), (77, 143), (147, 154), (148, 178), (242, 104), (245, 130), (253, 83), (263, 133),
            (12900, 114), (12901, 254), (12903, 249), (12904, 77), (12905, 49), (12915, 94), (12918, 139),
        ];
        await using var flight = await new Flight().StartAsync();
        await flight.SayAsync(_wire.Heartbeat());
        var random = new Random(20261122);
        int count = FuzzSize.Of(20_000) / 10;
        for (int i = 0; i < count; i++)
        {
            var payload = new byte[random.Next(1, 256)];
            random.NextBytes(payload);
            var (id, crc) = messages[random.Next(messages.Length)];
            flight.Ports.Say(new MavWire((byte)random.Next(1, 255), (byte)random.Next(1, 255)).Frame(id, crc, payload), new IPEndPoint(random.Next(), random.Next(1, 65_535)));
            flight.Ports.Say(_wire.Frame(id, crc, payload));
        }

        await flight.SayAsync(_wire.Landed(1), _wire.Heartbeat(custom: 0x03040000));

        await flight.UntilAsync(() => flight.States.Any(state => state is { Vehicle: "sys-3", Mode: "hold" }), "the good frame behind it");
        Assert.False(flight.Running.IsCompleted);
        Assert.All(flight.Bodies<DronePositionBody>(), at => Assert.True(at is { RollDeg: null or (>= -180 and <= 180) }));

        // What is no number cannot be written.
        Assert.All(flight.Sink.Entered, reading => Assert.NotEqual(0, s_envelope.Tail(reading).Length));
        Assert.All(flight.Airspace!.Seen, facts => Assert.True(double.IsFinite(facts.SpeedMps ?? 0) && double.IsFinite(facts.HeightM ?? 0) && double.IsFinite(facts.BatteryPercent ?? 0)));
    }

    /// <summary>A vehicle without a place of its own, whose speed comes from elsewhere.</summary>
    [Fact]
    public async Task Speed_ThatIsNoNumber_IsShownToNobody()
    {
        await using var flight = await new Flight().StartAsync();

        await flight.SayAsync(
            _wire.Heartbeat(),
            _wire.Frame(74, 20, MavWire.Payload(20, (4, float.NaN))),
            _wire.Frame(24, 24, MavWire.Payload(30, (8, 399_000_000), (12, 1_164_000_000), (24, (ushort)300), (28, (byte)3))));

        var seen = flight.Airspace!.Seen.Last();
        Assert.Equal((39.9, null), (seen.Position!.Lat, seen.SpeedMps));
    }

    [Fact]
    public async Task Far_EndWithoutARoute_IsCountedAndTheOthersAreHeard()
    {
        await using var flight = await new Flight().StartAsync();
        flight.Ports.HasNoRoute = true;

        await flight.PassAsync(TimeSpan.FromSeconds(2), () => flight.Ports.Say(_wire.Heartbeat()));

        Assert.Contains((FaultKind.Unreachable, "no-route"), flight.Faults);
        Assert.False(flight.Running.IsCompleted);
    }

    /// <summary>Chatter and images use up what is theirs, and nothing of what alarms may.</summary>
    [Fact]
    public async Task Alarm_BehindChatterAndImages_IsTold()
    {
        await using var flight = await new Flight().StartAsync();
        await flight.SayAsync(_wire.Heartbeat());
        for (int i = 0; i < 600; i++)
        {
            flight.Ports.Say(_wire.Text(6, $"chatter {i}"));
            flight.Ports.Say(_wire.Capture(i, "DCIM/1.jpg"));
        }

        await flight.SayAsync(_wire.Text(0, "motor failure"));
        await flight.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("motor failure", Assert.Single(flight.Alarms).Text);
        Assert.Contains((FaultKind.Busy, "too-many-events"), flight.Faults);
    }

    [Fact]
    public async Task Texts_BeforeTheHeartbeat_AreKeptWhenUrgentAndBoundedAndCounted()
    {
        await using var flight = await new Flight().StartAsync();

        await flight.SayAsync(_wire.Text(6, "info"));
        for (int i = 0; i < 20; i++)
        {
            flight.Ports.Say(_wire.Text(0, $"mayday {i}"));
            flight.Ports.Say(new MavWire((byte)(100 + i)).Text(0, "nobody"));
        }

        await flight.SayAsync(_wire.Heartbeat());
        await flight.UntilAsync(() => flight.Alarms.Count() >= 8, "what was kept", TimeSpan.FromSeconds(3));

        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"mayday {i}"), flight.Alarms.Select(alarm => alarm.Text));
        Assert.All(flight.Alarms, alarm => Assert.Equal(("sys-3", "multirotor"), (alarm.Vehicle, alarm.VehicleType)));
        await flight.PassAsync(TimeSpan.FromSeconds(6), () => flight.Ports.Say(_wire.Heartbeat()));
        Assert.Equal(33, flight.Faults.Count(fault => fault == (FaultKind.Garbled, "no-heartbeat")));
        Assert.DoesNotContain(flight.Alarms, alarm => alarm.Text == "nobody");
    }
}
