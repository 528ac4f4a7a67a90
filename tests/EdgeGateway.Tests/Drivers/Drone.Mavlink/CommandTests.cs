using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Drone.Mavlink;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Drone.Mavlink;

/// <summary>Orders, with every answer that a vehicle can give, and with none.</summary>
public sealed class CommandTests
{
    private const string Home = "drone.return-home";
    private const string Hold = "drone.hold";
    private const string GoTo = "drone.go-to";
    private const string Picture = "drone.take-picture";
    private const string Place = """{ "lat": 39.9087654, "lon": 116.3974321, "heightM": 40 }""";

    private readonly MavWire _wire = new(3);

    [Theory]
    [InlineData(0, CommandState.Done, null)]
    [InlineData(1, CommandState.Failed, "temporarily-rejected")]
    [InlineData(2, CommandState.Failed, "denied")]
    [InlineData(3, CommandState.Failed, "unsupported")]
    [InlineData(4, CommandState.Failed, "failed")]
    [InlineData(6, CommandState.Failed, "cancelled")]
    [InlineData(9, CommandState.Failed, "unsupported-frame")]
    [InlineData(10, CommandState.Failed, "not-in-control")]
    [InlineData(77, CommandState.Unknown, "result-77")]
    public async Task ReturnHome_Answered_EndsAsTheAnswerSays(byte result, CommandState state, string? reason)
    {
        await using var flight = await FlyingAsync(order => order.Command == 20 ? [_wire.Ack(20, result)] : []);

        var outcome = await flight.OrderAsync(Home, each: () => flight.Ports.Say(_wire.Heartbeat()));

        Assert.Equal((state, reason), (outcome.State, outcome.Reason));
        var sent = Assert.Single(Orders(flight, 20));
        Assert.Equal((true, (3, 1), 0), (sent.IsLong, sent.To, sent.Confirmation));
    }

    [Fact]
    public async Task Unsupported_IsRememberedUntilTheVehicleComesAgain()
    {
        await using var flight = await FlyingAsync(order => order.Command == 20 ? [_wire.Ack(20, 3)] : []);
        await flight.OrderAsync(Home);

        Assert.Equal("unsupported", (await flight.OrderAsync(Home)).Reason);
        Assert.Single(Orders(flight, 20));
        await flight.PassAsync(TimeSpan.FromSeconds(6));
        await flight.SayAsync(_wire.Heartbeat());
        await flight.OrderAsync(Home);

        Assert.Equal(2, Orders(flight, 20).Count);
    }

    [Fact]
    public async Task Ack_ThatIsLate_IsWaitedForWithGrowingConfirmation()
    {
        int heard = 0;
        await using var flight = await FlyingAsync(order => order.Command == 20 && ++heard == 3 ? [_wire.Ack(20, 0)] : []);

        var outcome = await flight.OrderAsync(Home, each: () => flight.Ports.Say(_wire.Heartbeat()));

        Assert.Equal(CommandState.Done, outcome.State);
        Assert.Equal([0, 1, 2], Orders(flight, 20).Select(order => (int)order.Confirmation));
    }

    [Theory]
    [InlineData(4, 1, 20, 255, 190)]
    [InlineData(3, 100, 20, 255, 190)]
    [InlineData(3, 1, 21, 255, 190)]
    [InlineData(3, 1, 20, 254, 190)]
    [InlineData(3, 1, 20, 255, 191)]
    public async Task Ack_OfAnotherPartCommandOrStation_IsNotOurs(byte system, byte component, ushort command, byte toSystem, byte toComponent)
    {
        var other = new MavWire(system, component);
        await using var flight = await FlyingAsync(order => order.Command == 20 ? [other.Ack(command, 0, 0, toSystem, toComponent)] : []);

        var outcome = await flight.OrderAsync(Home, each: () => flight.Ports.Say(_wire.Heartbeat()));

        Assert.Equal((CommandState.Unknown, "no-answer"), (outcome.State, outcome.Reason));
        Assert.Equal(5, Orders(flight, 20).Count);
    }

    [Fact]
    public async Task NoAnswer_ButTheVehicleReturns_IsDoneBecauseItWasAsked()
    {
        int sent = 0;
        await using var flight = await FlyingAsync(order => []);

        var outcome = await flight.OrderAsync(Home, each: () =>
        {
            sent = Orders(flight, 20).Count;
            flight.Ports.Say(_wire.Heartbeat(custom: sent == 5 ? 0x05040000u : 0x04040000u));
        });

        Assert.Equal((CommandState.Done, "seen-in-state"), (outcome.State, outcome.Reason));
        Assert.Equal([0f, 245f, 242f], Orders(flight, 512).Select(order => order.Param(1)));
    }

    [Fact]
    public async Task Unclear_OverARestart_IsNotSentAgainBeforeTheVehicleWasAsked()
    {
        var memory = new FakeMemory();
        await using (var flight = await FlyingAsync(order => [], memory))
        {
            Assert.Equal(CommandState.Unknown, (await flight.OrderAsync(Home)).State);
        }

        await using var mute = await FlyingAsync(order => [], memory);
        Assert.Equal("state-unknown", (await mute.OrderAsync(Home)).Reason);
        Assert.Empty(Orders(mute, 20));

        await using var returning = await FlyingAsync(order => [], memory);
        var outcome = await returning.OrderAsync(Home, each: () => returning.Ports.Say(_wire.Heartbeat(custom: 0x05040000)));
        Assert.Equal((CommandState.Done, "already-so"), (outcome.State, outcome.Reason));
        Assert.Empty(Orders(returning, 20));
    }

    [Fact]
    public async Task Unclear_AndTheVehicleDoesSomethingElse_IsSent()
    {
        var memory = new FakeMemory();
        await memory.RememberAsync("unclear", "3/20", default);
        await using var flight = await FlyingAsync(order => order.Command == 20 ? [_wire.Ack(20, 0)] : [], memory);

        var outcome = await flight.OrderAsync(Home, each: () => flight.Ports.Say(_wire.Heartbeat()));

        Assert.Equal(CommandState.Done, outcome.State);
        Assert.True(flight.Ports.Sent.ToList().FindIndex(one => one.Frame is { IsLong: true, Command: 512 }) < flight.Ports.Sent.ToList().FindIndex(one => one.Frame is { IsLong: true, Command: 20 }));
        Assert.Equal(string.Empty, memory.Recall("unclear"));
    }

    [Fact]
    public async Task Disk_Refuses_NothingIsSent()
    {
        var memory = new FakeMemory { Refuses = true };
        await using var flight = await FlyingAsync(order => [_wire.Ack(20, 0)], memory);

        Assert.Equal("not-stored", (await flight.OrderAsync(Home)).Reason);
        Assert.Empty(Orders(flight, 20));
    }

    [Fact]
    public async Task Disk_RefusesBehindTheAnswer_TheOrderIsDoneAllTheSame()
    {
        var memory = new FakeMemory();
        await using var flight = await FlyingAsync(
            order =>
            {
                memory.Refuses = true;
                return [_wire.Ack(20, 0)];
            },
            memory);

        Assert.Equal(CommandState.Done, (await flight.OrderAsync(Home)).State);
        Assert.Equal("3/20", memory.Recall("unclear"));
    }

    /// <summary>The first may be on its way while the copy is rejected.</summary>
    [Fact]
    public async Task Rejected_AfterACopy_IsUnclear()
    {
        int heard = 0;
        await using var flight = await FlyingAsync(order => order.Command == 20 && ++heard == 2 ? [_wire.Ack(20, 1)] : []);

        var outcome = await flight.OrderAsync(Home, each: () => flight.Ports.Say(_wire.Heartbeat()));

        Assert.Equal((CommandState.Unknown, "temporarily-rejected"), (outcome.State, outcome.Reason));
    }

    [Fact]
    public async Task Progress_IsWaitedForLongAndNothingIsSentMeanwhile()
    {
        await using var flight = await FlyingAsync(order => order.Command == 20 ? [_wire.Ack(20, 5, 10)] : []);
        var began = flight.Time.GetUtcNow();
        bool said = false;

        var outcome = await flight.OrderAsync(Home, each: () =>
        {
            flight.Ports.Say(_wire.Heartbeat());
            var passed = flight.Time.GetUtcNow() - began;
            if (!said && passed > TimeSpan.FromSeconds(25))
            {
                said = true;
                flight.Ports.Say(_wire.Ack(20, 5, 60));
            }
            else if (passed > TimeSpan.FromSeconds(50))
            {
                flight.Ports.Say(_wire.Ack(20, 0));
            }
        });

        Assert.Equal(CommandState.Done, outcome.State);
        Assert.Single(Orders(flight, 20));
    }

    [Fact]
    public async Task Progress_ThatStops_IsReported()
    {
        await using var flight = await FlyingAsync(order => order.Command == 20 ? [_wire.Ack(20, 5, 10)] : []);

        var outcome = await flight.OrderAsync(Home, each: () => flight.Ports.Say(_wire.Heartbeat()));

        Assert.Equal((CommandState.Unknown, "under-way"), (outcome.State, outcome.Reason));
        Assert.Single(Orders(flight, 20));
    }

    [Fact]
    public async Task IntOnly_IsSentAgainInTheOtherCarrierOnce()
    {
        await using var flight = await FlyingAsync(order => order.Command == 20 ? [_wire.Ack(20, order.IsLong ? (byte)8 : (byte)0)] : []);

        Assert.Equal(CommandState.Done, (await flight.OrderAsync(Home)).State);
        Assert.Equal([true, false], Orders(flight, 20).Select(order => order.IsLong));

        await using var stubborn = await FlyingAsync(order => order.Command == 20 ? [_wire.Ack(20, order.IsLong ? (byte)8 : (byte)7)] : []);
        Assert.Equal("other-carrier", (await stubborn.OrderAsync(Home)).Reason);
        Assert.Equal(2, Orders(stubborn, 20).Count);
    }

    [Theory]
    [InlineData(12, 2, 176, 0x81, 4, 3)]
    [InlineData(3, 2, 176, 0x81, 17, 0)]
    [InlineData(3, 1, 176, 0x81, 12, 0)]
    [InlineData(3, 10, 176, 0x81, 4, 0)]
    [InlineData(3, 99, 193, 0, 0, 0)]
    [InlineData(0, 2, 193, 0, 0, 0)]
    public async Task Hold_ByAutopilot_IsAModeThatNeedsNoPilot(byte autopilot, byte type, ushort command, float p1, float p2, float p3)
    {
        await using var flight = await FlyingAsync(order => order.Command == command ? [_wire.Ack(command, 0)] : [], autopilot: autopilot, type: type);

        Assert.Equal(CommandState.Done, (await flight.OrderAsync(Hold)).State);

        var sent = Assert.Single(Orders(flight, command));
        Assert.Equal((p1, p2, p3), (sent.Param(1), sent.Param(2), sent.Param(3)));
    }

    [Theory]
    [InlineData(3, 3, 40)]
    [InlineData(12, 0, 61.23f)]
    public async Task GoTo_TravelsInCommandIntWithTheAltitudeThatTheAutopilotUnderstands(byte autopilot, byte frame, float altitude)
    {
        int heard = 0;
        await using var flight = await FlyingAsync(order => order.Command == 192 && ++heard == 2 ? [_wire.Ack(192, 0)] : [], autopilot: autopilot);
        await flight.SayAsync(_wire.Position(39.9, 116.4), _wire.Heartbeat(autopilot: autopilot));

        Assert.Equal(CommandState.Done, (await flight.OrderAsync(GoTo, Place)).State);

        var sent = Orders(flight, 192);
        Assert.Equal(2, sent.Count);
        Assert.Equal(sent[0].Bytes[10..^2], sent[1].Bytes[10..^2]);
        Assert.Equal((true, frame, altitude, 1), (sent[0].IsInt, sent[0].Frame, sent[0].Param(7), sent[0].Param(2)));
        Assert.Equal((399_087_654, 1_163_974_321), sent[0].Place);
        Assert.Equal(("cam-1", "sys-3", 40.0), (flight.Airspace!.Asked!.Value.Device, flight.Airspace.Asked.Value.Vehicle, flight.Airspace.Asked.Value.HeightM));
    }

    [Fact]
    public async Task GoTo_LongOnly_IsNotSentWithAnAltitudeThatNobodyNames()
    {
        await using var flight = await FlyingAsync(order => order.Command == 192 ? [_wire.Ack(192, 7)] : [], autopilot: 3);

        Assert.Equal("other-carrier", (await flight.OrderAsync(GoTo, Place)).Reason);
        Assert.True(Assert.Single(Orders(flight, 192)).IsInt);
    }

    [Fact]
    public async Task GoTo_Forbidden_WithoutAnAirspaceOrAltitude_IsNotSent()
    {
        await using var flight = await FlyingAsync(order => []);
        Assert.Equal("altitude-unknown", (await flight.OrderAsync(GoTo, Place)).Reason);
        flight.Airspace!.Forbidden = "outside-fence";
        Assert.Equal("outside-fence", (await flight.OrderAsync(GoTo, Place)).Reason);

        await using var alone = new Flight { Airspace = null };
        await alone.StartAsync();
        await alone.SayAsync(_wire.Heartbeat());
        Assert.Equal("no-airspace", (await alone.OrderAsync(GoTo, Place)).Reason);
        Assert.Empty(Orders(flight, 192).Concat(Orders(alone, 192)));
    }

    [Fact]
    public async Task Picture_GoesToTheCameraWithANumberThatGrows()
    {
        await using var flight = await FlyingAsync(order => order.Command == 2000 ? [new MavWire(3, order.To.Component).Ack(2000, 0)] : []);
        await flight.OrderAsync(Picture);
        await flight.SayAsync(new MavWire(3, 101).Heartbeat(type: 30, autopilot: 8), _wire.Heartbeat());
        await flight.OrderAsync(Picture);
        await flight.OrderAsync(Picture, """{ "camera": 4 }""");

        var sent = Orders(flight, 2000);
        Assert.Equal([1, 101, 103], sent.Select(order => (int)order.To.Component));
        Assert.Equal(2, sent.Zip(sent.Skip(1)).Count(pair => pair.Second.Param(4) == pair.First.Param(4) + 1));
        Assert.All(sent, order => Assert.Equal((0, 1), (order.Param(2), order.Param(3))));
    }

    [Theory]
    [InlineData(Home, """{ "vehicle": 3 }""", "bad-arguments")]
    [InlineData(Home, """{ "speed": 3 }""", "bad-arguments")]
    [InlineData(Home, "[]", "bad-arguments")]
    [InlineData(Home, """{ "vehicle": "sys-3", "vehicle": "sys-4" }""", "bad-arguments")]
    [InlineData(Home, """{ "vehicle": "sys-9" }""", "unknown-vehicle")]
    [InlineData(Home, "{}", "which-vehicle")]
    [InlineData(Home, """{ "vehicle": "sys-4" }""", "offline")]
    [InlineData(GoTo, """{ "vehicle": "sys-3" }""", "bad-arguments")]
    [InlineData(GoTo, """{ "lat": 91, "lon": 1, "heightM": 10 }""", "bad-arguments")]
    [InlineData(GoTo, """{ "lat": 0, "lon": 0, "heightM": 10 }""", "bad-arguments")]
    [InlineData(GoTo, """{ "lat": 1, "lon": 1, "heightM": 0 }""", "bad-arguments")]
    [InlineData(GoTo, """{ "lat": 1, "lon": 1, "heightM": 1001 }""", "bad-arguments")]
    [InlineData(GoTo, """{ "lat": 1, "lon": 1, "heightM": 1e999 }""", "bad-arguments")]
    [InlineData(GoTo, """{ "lat": "1", "lon": 1, "heightM": 10 }""", "bad-arguments")]
    [InlineData(Picture, """{ "camera": 7 }""", "bad-arguments")]
    [InlineData(Picture, """{ "camera": null }""", "bad-arguments")]
    [InlineData(Home, """{ "camera": 1 }""", "bad-arguments")]
    public async Task Arguments_ThatAreWrong_SendNothing(string name, string args, string reason)
    {
        await using var flight = await FlyingAsync(order => []);
        await flight.SayAsync(new MavWire(4).Heartbeat());
        await flight.PassAsync(TimeSpan.FromSeconds(6), () => flight.Ports.Say(_wire.Heartbeat()));

        Assert.Equal(CommandOutcome.Failed(reason), await flight.OrderAsync(name, args));
        Assert.DoesNotContain(flight.Ports.Sent, one => one.Frame.IsLong || one.Frame.IsInt);
    }

    [Fact]
    public async Task FirstContact_AsksForIdentityAndSetsIntervals_AndLeavesInPeaceWhoDoesNotAnswer()
    {
        await using var flight = await FlyingAsync(order => [_wire.Ack(order.Command, order.Command == 511 ? (byte)3 : (byte)0)], options: Flight.Quiet with { Self = new MavlinkSelf() });
        await flight.UntilAsync(() => Orders(flight, 511).Count > 0, "the first interval");
        await flight.PassAsync(TimeSpan.FromSeconds(3), () => flight.Ports.Say(_wire.Heartbeat()));

        Assert.Equal([148f, 242f], Orders(flight, 512).Select(order => order.Param(1)));
        Assert.Equal((33f, 200_000f), (Assert.Single(Orders(flight, 511)).Param(1), Orders(flight, 511)[0].Param(2)));
    }

    private static List<HeardOrder> Orders(Flight flight, ushort command) =>
        [.. flight.Ports.Sent.Select(one => one.Frame).Where(frame => (frame.IsLong || frame.IsInt) && frame.Command == command)];

    private async Task<Flight> FlyingAsync(
        Func<HeardOrder, byte[][]> answer, FakeMemory? memory = null, byte autopilot = 12, byte type = 2, MavlinkOptions? options = null)
    {
        var flight = new Flight(memory) { Options = options ?? Flight.Quiet, Step = TimeSpan.FromMilliseconds(250) };
        flight.Ports.Heard = (order, _) =>
        {
            foreach (byte[] frame in order.IsHeartbeat ? [] : answer(order))
            {
                flight.Ports.Say(frame);
            }
        };
        await flight.StartAsync();
        await flight.SayAsync(_wire.Heartbeat(type: type, autopilot: autopilot), _wire.Landed(2), _wire.Heartbeat(type: type, autopilot: autopilot));
        return flight;
    }
}
