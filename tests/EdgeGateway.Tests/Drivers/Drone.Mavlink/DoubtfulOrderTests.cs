using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Drone.Mavlink;

/// <summary>Orders whose answer does not say what the vehicle does, and vehicles that must not be ordered at all.</summary>
public sealed class DoubtfulOrderTests
{
    private const string Home = "drone.return-home";
    private const string Hold = "drone.hold";
    private const string GoTo = "drone.go-to";
    private const string Picture = "drone.take-picture";
    private const string Place = """{ "lat": 39.9087654, "lon": 116.3974321, "heightM": 40 }""";

    private readonly MavWire _wire = new(3);

    /// <summary>The first may have been carried out: the copy is refused because of that.</summary>
    [Theory]
    [InlineData(2, "denied")]
    [InlineData(4, "failed")]
    [InlineData(6, "cancelled")]
    [InlineData(10, "not-in-control")]
    public async Task Refused_AfterACopy_IsUnclearAndTheVehicleIsAskedBeforeTheNext(byte result, string reason)
    {
        var memory = new FakeMemory();
        int heard = 0;
        await using var flight = await FlyingAsync(order => order.Command == 20 && ++heard == 2 ? [_wire.Ack(20, result)] : [], memory);

        var outcome = await flight.OrderAsync(Home, each: () => flight.Ports.Say(_wire.Heartbeat()));

        Assert.Equal((CommandState.Unknown, reason), (outcome.State, outcome.Reason));
        Assert.Equal("3/20", memory.Recall("unclear"));
    }

    [Theory]
    [InlineData(3, "unsupported")]
    [InlineData(9, "unsupported-frame")]
    public async Task NotUnderstood_AfterACopy_IsTheEnd(byte result, string reason)
    {
        int heard = 0;
        await using var flight = await FlyingAsync(order => order.Command == 20 && ++heard == 2 ? [_wire.Ack(20, result)] : []);

        var outcome = await flight.OrderAsync(Home, each: () => flight.Ports.Say(_wire.Heartbeat()));

        Assert.Equal((CommandState.Failed, reason), (outcome.State, outcome.Reason));
    }

    [Fact]
    public async Task Failed_BehindProgressOfTheOnlySend_IsTheEnd()
    {
        await using var flight = await FlyingAsync(order => order.Command == 20 ? [_wire.Ack(20, 5, 10), _wire.Ack(20, 4)] : []);

        var outcome = await flight.OrderAsync(Home, each: () => flight.Ports.Say(_wire.Heartbeat()));

        Assert.Equal((CommandState.Failed, "failed"), (outcome.State, outcome.Reason));
    }

    [Fact]
    public async Task Refused_InTheOtherCarrier_IsTheEndOfTheFirstSendThere()
    {
        await using var flight = await FlyingAsync(order => order.Command == 20 ? [_wire.Ack(20, order.IsLong ? (byte)8 : (byte)2)] : []);

        var outcome = await flight.OrderAsync(Home);

        Assert.Equal((CommandState.Failed, "denied"), (outcome.State, outcome.Reason));
    }

    /// <summary>A survey takes pictures by itself: one that is told is not the one that was ordered.</summary>
    [Fact]
    public async Task Picture_Unanswered_IsNotDoneBecauseAnotherWasTaken()
    {
        int image = 0;
        var memory = new FakeMemory();
        await using var flight = await FlyingAsync(order => [], memory);
        void Survey()
        {
            flight.Ports.Say(_wire.Heartbeat());
            flight.Ports.Say(new MavWire(3, 100).Capture(++image, "DCIM/survey.jpg"));
        }

        Assert.Equal((CommandState.Unknown, "no-answer"), Result(await flight.OrderAsync(Picture, each: Survey)));
        Assert.Equal((CommandState.Unknown, "no-answer"), Result(await flight.OrderAsync(Picture, each: Survey)));
        Assert.Equal(10, Orders(flight, 2000).Count);
    }

    [Fact]
    public async Task GoTo_FenceThatIsLeftMeanwhile_IsNotSentOnceMore()
    {
        await using var flight = await FlyingAsync(order => []);
        await flight.SayAsync(_wire.Position(39.9, 116.4), _wire.Heartbeat());

        var outcome = await flight.OrderAsync(GoTo, Place, () =>
        {
            flight.Ports.Say(_wire.Heartbeat());
            flight.Airspace!.Forbidden = Orders(flight, 192).Count >= 2 ? "way-leaves-fence" : null;
        });

        Assert.Equal((CommandState.Unknown, "way-leaves-fence"), Result(outcome));
        Assert.Equal(2, Orders(flight, 192).Count);
    }

    [Fact]
    public async Task GoTo_FenceThatIsLeftWhileTheVehicleIsAsked_IsNotSent()
    {
        var memory = new FakeMemory();
        await memory.RememberAsync("unclear", "3/192", default);
        await using var flight = await FlyingAsync(order => [], memory);
        await flight.SayAsync(_wire.Position(39.9, 116.4), _wire.Heartbeat());

        var outcome = await flight.OrderAsync(GoTo, Place, () =>
        {
            flight.Ports.Say(_wire.Heartbeat());
            flight.Airspace!.Forbidden = Orders(flight, 512).Count > 0 ? "outside-fence" : null;
        });

        Assert.Equal((CommandState.Failed, "outside-fence"), Result(outcome));
        Assert.Empty(Orders(flight, 192));
    }

    [Theory]
    [InlineData(2, 1, "not-airborne")]
    [InlineData(2, 0, "not-airborne")]
    [InlineData(2, 3, null)]
    [InlineData(10, 1, null)]
    public async Task GoTo_OnTheGround_IsRefusedOfWhatFlies(byte type, byte landed, string? reason)
    {
        await using var flight = await FlyingAsync(order => order.Command == 192 ? [_wire.Ack(192, 0)] : [], autopilot: 3, type: type, landed: landed);

        Assert.Equal(reason, (await flight.OrderAsync(GoTo, Place)).Reason);
        Assert.Equal(reason is null ? 1 : 0, Orders(flight, 192).Count);
    }

    [Theory]
    [InlineData(3, 19f)]
    [InlineData(2, 19f)]
    [InlineData(4, 12f)]
    [InlineData(1, 12f)]
    [InlineData(0, null)]
    public async Task Hold_Vtol_GoesOnAsItFlies(byte vtol, float? mode)
    {
        await using var flight = await FlyingAsync(order => order.Command == 176 ? [_wire.Ack(176, 0)] : [], autopilot: 3, type: 21, vtol: vtol);

        Assert.Equal(mode is null ? "unsupported" : null, (await flight.OrderAsync(Hold)).Reason);
        Assert.Equal(mode is { } known ? [known] : [], Orders(flight, 176).Select(order => order.Param(2)));
    }

    /// <summary>Nothing left this gateway, so nothing is unclear.</summary>
    [Fact]
    public async Task NoRoute_IsFailedAtOnceAndNotUnclear()
    {
        var memory = new FakeMemory();
        await using var flight = await FlyingAsync(order => [], memory);
        flight.Ports.HasNoRoute = true;
        var began = flight.Time.GetUtcNow();

        Assert.Equal((CommandState.Failed, "no-route"), Result(await flight.OrderAsync(Home)));

        Assert.InRange(flight.Time.GetUtcNow() - began, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Equal(string.Empty, memory.Recall("unclear"));
    }

    /// <summary>The first went out, and the way was lost behind it.</summary>
    [Fact]
    public async Task NoRoute_BehindTheFirstSend_IsUnclear()
    {
        await using var flight = await FlyingAsync(order => []);

        var outcome = await flight.OrderAsync(Home, each: () => flight.Ports.HasNoRoute = Orders(flight, 20).Count > 0);

        Assert.Equal((CommandState.Unknown, "no-answer"), Result(outcome));
    }

    [Fact]
    public async Task Progress_WithoutEnd_IsGivenUp()
    {
        await using var flight = await FlyingAsync(order => order.Command == 20 ? [_wire.Ack(20, 5, 10)] : []);
        flight.Step = TimeSpan.FromSeconds(2);
        var began = flight.Time.GetUtcNow();

        var outcome = await flight.OrderAsync(Home, each: () =>
        {
            flight.Ports.Say(_wire.Heartbeat());
            flight.Ports.Say(_wire.Ack(20, 5, 10));
            Assert.True(flight.Time.GetUtcNow() - began < TimeSpan.FromMinutes(6), "it is never given up");
        });

        Assert.Equal((CommandState.Unknown, "under-way"), Result(outcome));
        Assert.True(flight.Time.GetUtcNow() - began >= TimeSpan.FromMinutes(5));
        Assert.Single(Orders(flight, 20));
    }

    [Fact]
    public async Task Orders_OfTwoVehicles_AreTwoTargetsAndGoOnSideBySide()
    {
        var other = new MavWire(4);
        await using var flight = await FlyingAsync(order => order is { To.System: 4, Command: 176 } ? [other.Ack(176, 0)] : []);
        await flight.SayAsync(other.Heartbeat(), _wire.Position(39.9, 116.4), _wire.Heartbeat());

        var goTo = flight.BeginOrder(GoTo, Place.Replace("{", """{ "vehicle": "sys-3",""", StringComparison.Ordinal));
        Assert.Equal((CommandState.Failed, "busy"), Result(await flight.OrderAsync(Hold, """{ "vehicle": "sys-3" }""")));
        Assert.Equal(CommandState.Done, (await flight.OrderAsync(Hold, """{ "vehicle": "sys-4" }""")).State);

        Assert.False(goTo.IsCompleted);
        Assert.Equal(["sys-3", "sys-4", "", "", ""], new[] { """{ "vehicle": "sys-3" }""", """{ "vehicle": "sys-4" }""", """{ "vehicle": "sys-5" }""", "{}", "[]" }.Select(args => flight.TargetOf(Hold, args)));
    }

    [Fact]
    public async Task Target_OfTheOnlyVehicle_NeedsNoName()
    {
        await using var flight = await FlyingAsync(order => []);

        Assert.Equal("sys-3", flight.TargetOf(Home, "{}"));
    }

    private static (CommandState, string?) Result(CommandOutcome outcome) => (outcome.State, outcome.Reason);

    private static List<HeardOrder> Orders(Flight flight, ushort command) =>
        [.. flight.Ports.Sent.Select(one => one.Frame).Where(frame => (frame.IsLong || frame.IsInt) && frame.Command == command)];

    private async Task<Flight> FlyingAsync(
        Func<HeardOrder, byte[][]> answer, FakeMemory? memory = null, byte autopilot = 12, byte type = 2, byte landed = 2, byte vtol = 0)
    {
        var flight = new Flight(memory) { Options = Flight.Quiet, Step = TimeSpan.FromMilliseconds(250) };
        flight.Ports.Heard = (order, _) =>
        {
            foreach (byte[] frame in order.IsHeartbeat ? [] : answer(order))
            {
                flight.Ports.Say(frame);
            }
        };
        await flight.StartAsync();
        await flight.SayAsync(_wire.Heartbeat(type, autopilot), _wire.Frame(245, 130, MavWire.Payload(2, (0, vtol), (1, landed))), _wire.Heartbeat(type, autopilot));
        return flight;
    }
}
