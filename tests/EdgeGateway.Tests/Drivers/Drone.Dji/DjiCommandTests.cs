using System.Text.Json.Nodes;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Airspace;
using EdgeGateway.Drivers.Drone.Dji;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;
using static EdgeGateway.Tests.Drivers.Drone.Dji.DjiConversation;

namespace EdgeGateway.Tests.Drivers.Drone.Dji;

public sealed class DjiCommandTests
{
    private const string Services = $"thing/product/{Dock}/services";
    private const string ServicesReply = $"thing/product/{Dock}/services_reply";
    private const string Flying = """{"mode_code":5,"latitude":39.9,"longitude":116.4,"height":61.5,"elevation":45.2}""";
    private const string There = """{"lat":39.91,"lon":116.41,"heightM":60}""";

    [Theory]
    [InlineData("drone.return-home", "return_home")]
    [InlineData("drone.hold", "flighttask_pause")]
    public async Task Order_Answered_IsDoneAndGoesOutOnce(string name, string method)
    {
        await using var talk = await FlyingAsync();
        Answers(talk, 0);

        var outcome = await talk.Driver.ExecuteAsync(Order(name, """{"vehicle":"AIR001"}"""), default);

        Assert.Equal(CommandOutcome.Done(), outcome);
        var service = talk.Brokers.On(Services).Single();
        Assert.Equal(method, service["method"]!.GetValue<string>());
        Assert.Equal("{}", service["data"]!.ToJsonString());
        Assert.NotEqual(service["tid"]!.GetValue<string>(), service["bid"]!.GetValue<string>());
        Assert.Equal(talk.Options.AnswerTimeout, Assert.Single(talk.Brokers.Expiries));
    }

    [Fact]
    public async Task Order_Refused_IsFailedWithItsCode()
    {
        await using var talk = await FlyingAsync();
        Answers(talk, 314005);

        Assert.Equal(CommandOutcome.Failed("result-314005"), await talk.Driver.ExecuteAsync(Order("drone.return-home"), default));
    }

    [Fact]
    public async Task Order_NotAnswered_IsUnknownAndNeverSentAgain()
    {
        await using var talk = await FlyingAsync();

        Assert.Equal(CommandOutcome.Unknown("no-answer"), await OrderAsync(talk, "drone.return-home"));
        Assert.Single(talk.Brokers.On(Services));
    }

    [Fact]
    public async Task Order_NotAnsweredButSeen_IsDone()
    {
        await using var talk = await FlyingAsync();
        talk.Brokers.OnPublished = (_, _) => _ = talk.Brokers.SendAsync(AirOsd, Osd("""{"mode_code":9}"""));

        Assert.Equal(CommandOutcome.Done("seen"), await OrderAsync(talk, "drone.return-home"));
    }

    [Fact]
    public async Task Order_NotAnsweredAndItReturnedBefore_ProvesNothing()
    {
        await using var talk = await FlyingAsync();
        await talk.Brokers.SendAsync(AirOsd, Osd("""{"mode_code":9}"""));
        talk.Brokers.OnPublished = (_, _) => _ = talk.Brokers.SendAsync(AirOsd, Osd("""{"mode_code":9}"""));

        Assert.Equal(CommandOutcome.Unknown("no-answer"), await OrderAsync(talk, "drone.return-home"));
    }

    [Fact]
    public async Task Order_AnswerOfAnother_IsNotOurs()
    {
        await using var talk = await FlyingAsync();
        talk.Brokers.OnPublished = (topic, service) => _ = topic == Services ? talk.Brokers.SendAsync(ServicesReply, """{"tid":"other","bid":"x","method":"return_home","data":{"result":0}}""") : null;

        Assert.Equal(CommandOutcome.Unknown("no-answer"), await OrderAsync(talk, "drone.return-home"));
    }

    [Fact]
    public async Task Order_LinkEndsWhileItGoesOut_IsUnknown()
    {
        await using var talk = await FlyingAsync();
        talk.Brokers.RefusesToPublish = true;

        Assert.Equal(CommandOutcome.Unknown("link-ended"), await talk.Driver.ExecuteAsync(Order("drone.return-home"), default));
    }

    [Theory]
    [InlineData("drone.return-home", """{"vehicle":"other"}""", "unknown-vehicle")]
    [InlineData("drone.return-home", """{"vehicle":7}""", "bad-arguments")]
    [InlineData("drone.hold", """{"height":7}""", "bad-arguments")]
    [InlineData("drone.hold", "[]", "bad-arguments")]
    [InlineData("drone.go-to", "{}", "bad-arguments")]
    [InlineData("drone.go-to", """{"lat":91,"lon":1,"heightM":5}""", "bad-arguments")]
    [InlineData("drone.go-to", """{"lat":"1","lon":1,"heightM":5}""", "bad-arguments")]
    [InlineData("drone.go-to", """{"lat":1,"lon":1,"heightM":1e5}""", "bad-arguments")]
    [InlineData("drone.go-to", """{"lat":1,"lon":1,"heightM":5,"fast":true}""", "bad-arguments")]
    [InlineData("drone.dance", "{}", "unknown-command")]
    public async Task Order_Wrong_IsFailedAndNothingGoesOut(string name, string args, string why)
    {
        await using var talk = await FlyingAsync();

        Assert.Equal(CommandOutcome.Failed(why), await talk.Driver.ExecuteAsync(Order(name, args), default));
        Assert.Empty(talk.Brokers.On(Services));
    }

    [Fact]
    public async Task GoTo_Allowed_NamesOnePointAboveTheEllipsoid()
    {
        var airspace = new FakeAirspace();
        await using var talk = await FlyingAsync(airspace);
        Answers(talk, 0);

        Assert.Equal(CommandState.Done, (await talk.Driver.ExecuteAsync(Order("drone.go-to", There), default)).State);

        var data = talk.Brokers.On(Services).Single()["data"]!;
        Assert.Equal("""[{"latitude":39.91,"longitude":116.41,"height":76.3}]""", data["points"]!.ToJsonString());
        Assert.Equal(5, data["max_speed"]!.GetValue<int>());
        Assert.True(Guid.TryParse(data["fly_to_id"]!.GetValue<string>(), out _));
        Assert.Equal(("cam-1", Air, 39.91, 60), (airspace.Asked!.Value.Device, airspace.Asked.Value.Vehicle, airspace.Asked.Value.To.Lat, airspace.Asked.Value.HeightM));
    }

    [Fact]
    public async Task GoTo_NotAnsweredButProgressComes_IsDone()
    {
        await using var talk = await FlyingAsync(new FakeAirspace());
        talk.Brokers.OnPublished = (topic, service) => _ = topic == Services
            ? talk.Brokers.SendAsync(Events, Event("fly_to_point_progress", $$"""{"fly_to_id":"{{service["data"]!["fly_to_id"]}}","status":"wayline_progress","result":0}"""))
            : null;

        Assert.Equal(CommandOutcome.Done("seen"), await OrderAsync(talk, "drone.go-to", There));
    }

    [Theory]
    [InlineData(Flying, false, null, "no-airspace")]
    [InlineData(Flying, true, "outside-fence", "outside-fence")]
    [InlineData("""{"mode_code":0,"height":61.5,"elevation":0}""", true, null, "not-airborne")]
    [InlineData("""{"mode_code":5,"height":61.5}""", true, null, "height-unknown")]
    public async Task GoTo_Forbidden_IsFailedAndNothingGoesOut(string osd, bool watched, string? forbidden, string why)
    {
        await using var talk = await FlyingAsync(watched ? new FakeAirspace { Forbidden = forbidden } : null, osd);

        Assert.Equal(CommandOutcome.Failed(why), await talk.Driver.ExecuteAsync(Order("drone.go-to", There), default));
        Assert.Empty(talk.Brokers.On(Services));
    }

    [Fact]
    public async Task GoTo_OfAController_IsUnsupported()
    {
        await using var talk = await FlyingAsync(new FakeAirspace(), topology: Topology.Replace("\"domain\":\"3\",\"type\":2", "\"domain\":\"2\",\"type\":119", StringComparison.Ordinal));

        Assert.Equal(CommandOutcome.Failed("unsupported"), await talk.Driver.ExecuteAsync(Order("drone.go-to", There), default));
    }

    [Theory]
    [InlineData(0, "flight_authority_grab,fly_to_point", CommandState.Done)]
    [InlineData(314001, "flight_authority_grab", CommandState.Failed)]
    public async Task GoTo_WhereItMayTakeTheAuthority_TakesItFirst(int result, string methods, CommandState state)
    {
        await using var talk = await FlyingAsync(new FakeAirspace(), options: Usual with { TakeFlightAuthority = true });
        Answers(talk, result);

        Assert.Equal(state, (await talk.Driver.ExecuteAsync(Order("drone.go-to", There), default)).State);
        Assert.Equal(methods, string.Join(',', talk.Brokers.On(Services).Select(service => service["method"]!.GetValue<string>())));
    }

    [Theory]
    [InlineData("drone.return-home", """{"vehicle":"west"}""", "not-at-this-gateway")]
    [InlineData("drone.hold", """{"vehicle":"west"}""", "not-at-this-gateway")]
    [InlineData("drone.go-to", """{"vehicle":"west","lat":39.91,"lon":116.41,"heightM":60}""", "not-at-this-gateway")]
    [InlineData("drone.return-home", """{"vehicle":"north"}""", "unknown-vehicle")]
    public async Task Order_ForAnAircraftThatTheGatewayHasNotNow_ReachesNobody(string name, string args, string why)
    {
        var options = Usual with { Vehicles = [new DjiVehicleOptions("AIR002", "west"), new DjiVehicleOptions(Air, "east")] };
        await using var talk = await FlyingAsync(new FakeAirspace(), options: options);
        await talk.Brokers.SendAsync("thing/product/AIR002/osd", Osd(Flying));
        Answers(talk, 0);

        Assert.Equal(CommandOutcome.Failed(why), await talk.Driver.ExecuteAsync(Order(name, args), default));
        Assert.Empty(talk.Brokers.On(Services));
        Assert.Equal(CommandOutcome.Done(), await talk.Driver.ExecuteAsync(Order("drone.hold", """{"vehicle":"east"}"""), default));
        Assert.Equal(CommandOutcome.Done(), await talk.Driver.ExecuteAsync(Order("drone.hold"), default));
    }

    [Fact]
    public async Task Order_NobodyNamedAndTwoConfigured_ReachesNobody()
    {
        await using var talk = await new DjiConversation { Options = Usual with { Vehicles = [new DjiVehicleOptions(Air, "east"), new DjiVehicleOptions("AIR002", "west")] } }.StartAsync();
        await talk.Brokers.SendAsync(AirOsd, Osd(Flying));

        Assert.Equal(CommandOutcome.Failed("unknown-vehicle"), await talk.Driver.ExecuteAsync(Order("drone.return-home"), default));
        Assert.Equal(CommandOutcome.Failed("not-at-this-gateway"), await talk.Driver.ExecuteAsync(Order("drone.return-home", """{"vehicle":"east"}"""), default));
        await talk.Brokers.SendAsync(DockOsd, Osd("""{"sub_device":{"device_sn":"AIR001","device_model_key":"0-91-1"}}"""));
        Answers(talk, 0);
        Assert.Equal(CommandOutcome.Done(), await talk.Driver.ExecuteAsync(Order("drone.return-home", """{"vehicle":"east"}"""), default));
    }

    [Fact]
    public async Task Order_ForAnAircraftThatHasLeft_IsOffline()
    {
        await using var talk = await FlyingAsync();
        await talk.Brokers.SendAsync(Status, """{"tid":"t2","bid":"b2","method":"update_topo","data":{"sub_devices":[]}}""");

        Assert.Equal(CommandOutcome.Failed("offline"), await talk.Driver.ExecuteAsync(Order("drone.return-home"), default));
        Assert.Empty(talk.Brokers.On(Services));
    }

    [Theory]
    [InlineData(5, CommandState.Done, 2)]
    [InlineData(9, CommandState.Done, 1)]
    public async Task Order_AfterAnUnclearOne_AlsoAfterARestart_LooksFirst(int mode, CommandState state, int sent)
    {
        var memory = new FakeMemory();
        await using (var before = await FlyingAsync(memory: memory))
        {
            Assert.Equal(CommandOutcome.Unknown("no-answer"), await OrderAsync(before, "drone.return-home"));
        }

        await using var talk = await FlyingAsync(memory: memory);
        Answers(talk, 0);
        var order = talk.Driver.ExecuteAsync(Order("drone.return-home"), default).AsTask();
        Assert.Empty(talk.Brokers.On(Services));
        await talk.Brokers.SendAsync(AirOsd, Osd($$"""{"mode_code":{{mode}}}"""));

        Assert.Equal(state, (await order.WaitAsync(TimeSpan.FromSeconds(60))).State);
        Assert.Equal(sent, 1 + talk.Brokers.On(Services).Count());
        if (mode == 5)
        {
            // Its end is known, so the next one goes out at once.
            Assert.Equal(CommandOutcome.Done(), await talk.Driver.ExecuteAsync(Order("drone.return-home"), default));
        }
    }

    [Fact]
    public async Task Order_AfterAnUnclearOneAndNothingHeard_IsNotSent()
    {
        await using var talk = await FlyingAsync();
        Assert.Equal(CommandOutcome.Unknown("no-answer"), await OrderAsync(talk, "drone.return-home"));

        Assert.Equal(CommandOutcome.Failed("state-unknown"), await OrderAsync(talk, "drone.return-home"));
        Assert.Single(talk.Brokers.On(Services));
    }

    [Fact]
    public async Task Order_ThatCannotBeRemembered_IsNotSent()
    {
        var memory = new FakeMemory();
        await using var talk = await FlyingAsync(memory: memory);
        memory.Refuses = true;

        Assert.Equal(CommandOutcome.Failed("not-stored"), await talk.Driver.ExecuteAsync(Order("drone.return-home"), default));
        Assert.Empty(talk.Brokers.On(Services));
    }

    [Fact]
    public async Task Hold_WhileItFliesToAPoint_StopsThatUntilItEnds()
    {
        await using var talk = await FlyingAsync(new FakeAirspace());
        Answers(talk, 0);
        await talk.Driver.ExecuteAsync(Order("drone.go-to", There), default);

        await talk.Driver.ExecuteAsync(Order("drone.hold"), default);
        await talk.Brokers.SendAsync(Events, Event("fly_to_point_progress", """{"fly_to_id":"f","status":"wayline_cancel","result":0}"""));
        await talk.Driver.ExecuteAsync(Order("drone.hold"), default);
        await talk.Brokers.SendAsync(AirOsd, Osd("""{"mode_code":17}"""));
        await talk.Driver.ExecuteAsync(Order("drone.hold"), default);

        Assert.Equal(["fly_to_point", "fly_to_point_stop", "flighttask_pause", "fly_to_point_stop"], talk.Brokers.On(Services).Select(service => service["method"]!.GetValue<string>()));
    }

    [Fact]
    public async Task GoTo_HeightsOfLongAgoOrOfTwoMessages_IsFailed()
    {
        await using var talk = await FlyingAsync(new FakeAirspace());
        talk.Time.Advance(TimeSpan.FromSeconds(11));
        await talk.Brokers.SendAsync(AirOsd, Osd("""{"mode_code":5,"height":80.5}"""));

        Assert.Equal(CommandOutcome.Failed("height-unknown"), await talk.Driver.ExecuteAsync(Order("drone.go-to", There), default));
    }

    private static async Task<DjiConversation> FlyingAsync(IAirspace? airspace = null, string osd = Flying, string topology = Topology, DjiOptions? options = null, FakeMemory? memory = null)
    {
        var talk = await new DjiConversation { Airspace = airspace, Options = options ?? Usual, Memory = memory ?? new FakeMemory() }.StartAsync();
        await talk.NameAsync(topology);
        await talk.Brokers.SendAsync(AirOsd, Osd(osd));
        return talk;
    }

    private static void Answers(DjiConversation talk, int result) => talk.Brokers.OnPublished = (topic, service) => _ = topic == Services ? ReplyAsync(talk, service, result) : null;

    private static Task ReplyAsync(DjiConversation talk, JsonNode service, int result) =>
        talk.Brokers.SendAsync(ServicesReply, $$$"""{"tid":"{{{service["tid"]}}}","bid":"{{{service["bid"]}}}","method":"{{{service["method"]}}}","data":{"result":{{{result}}}}}""");

    /// <summary>Time goes by until the driver gives up.</summary>
    private static async Task<CommandOutcome> OrderAsync(DjiConversation talk, string name, string args = "{}")
    {
        var order = talk.Driver.ExecuteAsync(Order(name, args), default).AsTask();
        await Eventually.TrueAsync(() => talk.Brokers.On(Services).Any(), "the order went out");
        await talk.PassAsync(60, () => order.IsCompleted);
        await Eventually.TrueAsync(
            () =>
            {
                talk.Time.Advance(TimeSpan.FromSeconds(1));
                return order.IsCompleted;
            },
            "the order is decided");
        return await order;
    }
}
