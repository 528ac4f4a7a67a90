using EdgeGateway.Drivers.Drone.Mavlink;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Tests.Drivers.Drone.Mavlink;

/// <summary>Aircraft that a receiver overheard.</summary>
public sealed class RemoteIdTests
{
    private static readonly byte[] s_mac = [0x60, 0x60, 0x1F, 0x12, 0x34, 0x56];

    private readonly MavWire _receiver = new(7, 236);

    private static FakeAirspace Knowing => new() { Known = false };

    [Fact]
    public async Task Aircraft_HeardInParts_IsJoinedAndToldAtFirstSight()
    {
        await using var flight = await new Flight { Airspace = Knowing }.StartAsync();

        await flight.SayAsync(_receiver.Location(s_mac, 39.91, 116.40));
        await flight.SayAsync(_receiver.BasicId("1581F5BKD225D00BP891", s_mac));

        var told = flight.Bodies<DroneRemoteIdBody>().ToList();
        Assert.Equal(["mac-60601f123456", "1581F5BKD225D00BP891"], told.Select(body => body.Vehicle));
        var known = told[1];
        Assert.Equal(("serial", "multirotor", "airborne", "60601f123456"), (known.IdType, known.VehicleType, known.Status, known.Sender));
        Assert.Equal((39.91, 40, "take-off", 120, null), (known.Position!.Lat, known.HeightM, known.HeightFrom, known.AltitudeEllipsoidM, known.AltitudeBarometricM));
        Assert.Equal((null, null, null, false), (known.SpeedMps, known.ClimbMps, known.CourseDeg, known.Known));
        Assert.All(flight.Sink.Entered, reading => Assert.Equal(Lane.Event, reading.Lane));
        Assert.Equal(2, flight.Airspace!.Overheard.Count);
        Assert.Equal("mac-60601f123456", Assert.Single(flight.Airspace.Placed).Vehicle);
    }

    [Fact]
    public async Task Aircraft_HeardOften_IsThinnedForgottenAndASightAgain()
    {
        await using var flight = await new Flight().StartAsync();

        await flight.PassAsync(TimeSpan.FromSeconds(4), () => flight.Ports.Say(_receiver.Location(s_mac, 39.91, 116.40)));
        int thinned = flight.Sink.Entered.Count;
        flight.Step = TimeSpan.FromSeconds(1);
        await flight.PassAsync(TimeSpan.FromSeconds(63));
        await flight.SayAsync(_receiver.Location(s_mac, 39.91, 116.40));

        Assert.InRange(thinned, 4, 6);
        Assert.Equal(2, flight.Sink.Entered.Count(reading => reading.Lane == Lane.Event));
        Assert.Equal(80, flight.Airspace!.Overheard.Count(body => body.Position is not null) - 1);
    }

    [Fact]
    public async Task OwnIdentity_IsNoDetection()
    {
        await using var flight = await new Flight { Options = Listed(3) }.StartAsync();

        await flight.SayAsync(new MavWire(3).Heartbeat(), new MavWire(3).BasicId("1581F5BKD225D00BP891"));

        Assert.Empty(flight.Bodies<DroneRemoteIdBody>());
        Assert.Empty(flight.Airspace!.Overheard);
        Assert.Equal(("sys-3", "1581F5BKD225D00BP891"), (flight.Airspace.Seen.Last().Vehicle, flight.Airspace.Seen.Last().Serial));
    }

    /// <summary>No person's identity travels: it is dropped in both forms, and counted.</summary>
    [Fact]
    public async Task OperatorId_IsDroppedAndCounted()
    {
        await using var flight = await new Flight().StartAsync();
        var operatorId = new byte[25];
        (operatorId[0], operatorId[1]) = (0x50, 0);
        "CHN87astrdge12k8"u8.CopyTo(operatorId.AsSpan(2));
        var basic = new byte[25];
        (basic[0], basic[1]) = (0x00, 0x12);
        "1581F5BKD225D00BP891"u8.CopyTo(basic.AsSpan(2));

        await flight.SayAsync(_receiver.OperatorId(s_mac, "CHN87astrdge12k8"), _receiver.Pack(s_mac, operatorId, basic));

        Assert.Equal(2, flight.Faults.Count(fault => fault == (FaultKind.Unsupported, "operator-id-dropped")));
        var told = Assert.Single(flight.Bodies<DroneRemoteIdBody>());
        Assert.Equal(("1581F5BKD225D00BP891", "serial", "multirotor"), (told.Vehicle, told.IdType, told.VehicleType));
        Assert.DoesNotContain("CHN87", string.Concat(flight.Sink.Entered.Select(reading => reading.Body.ToString())), StringComparison.Ordinal);
    }

    /// <summary>One that was there before is not pushed out, however many come between two of its words.</summary>
    [Fact]
    public async Task Aircraft_Invented_AreBoundedAndTheRealOneStays()
    {
        var options = Flight.Quiet with { Fleet = new MavlinkFleet { MostAircraft = 8 } };
        await using var flight = await new Flight { Options = options }.StartAsync();
        await flight.SayAsync(_receiver.Location(s_mac, 39.91, 116.40));

        int n = 0;
        await flight.PassAsync(TimeSpan.FromSeconds(10), () =>
        {
            flight.Ports.Say(_receiver.Location(s_mac, 39.91, 116.40));
            for (int i = 0; i < 20; i++)
            {
                flight.Ports.Say(_receiver.BasicId($"FAKE{n}", BitConverter.GetBytes(0x10_0000 + ++n)));
            }
        });

        Assert.Single(flight.Sink.Entered, reading => reading.Lane == Lane.Event && ((DroneRemoteIdBody)reading.Body).Vehicle == "mac-60601f123456");
        Assert.Contains((FaultKind.Busy, "too-many-aircraft"), flight.Faults);
    }

    [Fact]
    public async Task Receiver_ThatDoesNotSayWho_TellsByTheIdentityThatAnotherHasCome()
    {
        await using var flight = await new Flight().StartAsync();

        await flight.SayAsync(_receiver.BasicId("FIRST"), _receiver.BasicId("SECOND"));

        Assert.Equal(["FIRST", "SECOND"], flight.Bodies<DroneRemoteIdBody>().Select(body => body.Vehicle));
    }

    /// <summary>Anybody can send a datagram: a vehicle that the site has not listed, or another part of one, makes no serial number ours.</summary>
    [Theory]
    [InlineData(77, 1)]
    [InlineData(3, 68)]
    [InlineData(3, 236)]
    public async Task Identity_OfWhomTheSiteDoesNotKnow_IsNotOurs(byte system, byte component)
    {
        await using var flight = await new Flight { Options = Listed(3) }.StartAsync();

        await flight.SayAsync(new MavWire(3).Heartbeat(), new MavWire(77).Heartbeat(), new MavWire(system, component).BasicId("1581F5BKD225D00BP891"), new MavWire(3).Landed(2));

        Assert.All(flight.Airspace!.Seen, facts => Assert.Null(facts.Serial));
        Assert.All(flight.Airspace.Seen, facts => Assert.Equal(facts.Vehicle == "sys-3", facts.IsConfigured));
    }

    /// <summary>Serial number and registration in turn are one aircraft, with and without the address of its sender.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Aircraft_WithTwoIdentities_IsKnownByItsSerialNumber(bool hasSender)
    {
        byte[]? mac = hasSender ? s_mac : null;
        await using var flight = await new Flight { Airspace = Knowing }.StartAsync();

        for (int i = 0; i < 3; i++)
        {
            await flight.SayAsync(_receiver.BasicId("REG-1234", mac, 2), _receiver.BasicId("1581F5BKD225D00BP891", mac), _receiver.Location(mac ?? [], 39.91, 116.40));
        }

        Assert.Equal(["REG-1234", "1581F5BKD225D00BP891"], Sights(flight));
        Assert.All(flight.Airspace!.Overheard.Skip(1), body => Assert.Equal(("1581F5BKD225D00BP891", "serial"), (body.Vehicle, body.IdType)));
        Assert.All(flight.Airspace.Overheard.Skip(2), body => Assert.NotNull(body.Position));
    }

    private static IEnumerable<string> Sights(Flight flight) => flight.Sink.Entered.Where(reading => reading.Lane == Lane.Event).Select(reading => ((DroneRemoteIdBody)reading.Body).Vehicle);

    private static MavlinkOptions Listed(byte system) => Flight.Quiet with { Fleet = new MavlinkFleet { Vehicles = [new MavlinkVehicleOptions(system, $"sys-{system}")] } };
}
