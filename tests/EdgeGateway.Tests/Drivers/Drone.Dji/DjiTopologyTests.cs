using EdgeGateway.Drivers.Drone.Dji;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;
using EdgeGateway.Tests.Drivers.Contract;
using static EdgeGateway.Tests.Drivers.Drone.Dji.DjiConversation;

namespace EdgeGateway.Tests.Drivers.Drone.Dji;

public sealed class DjiTopologyTests
{
    private const string StatusReply = $"sys/product/{Dock}/status_reply";
    private const string Gone = """{"tid":"t2","bid":"b2","timestamp":1767575500123,"method":"update_topo","data":{"domain":"3","type":2,"sub_type":0,"sub_devices":[]}}""";

    /// <summary>It lands in its dock and is switched off before it says that it stands: no link is lost there.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Aircraft_SwitchedOffInsideItsDock_IsOnTheGround(bool leavesFirst)
    {
        var airspace = new FakeAirspace();
        await using var talk = await new DjiConversation { Airspace = airspace }.StartAsync();
        await talk.NameAsync();
        await talk.Brokers.SendAsync(AirOsd, Osd("""{"mode_code":10}"""));

        string inside = Osd("""{"drone_in_dock":1}""");
        await talk.Brokers.SendAsync(leavesFirst ? Status : DockOsd, leavesFirst ? Gone : inside);
        await talk.Brokers.SendAsync(leavesFirst ? DockOsd : Status, leavesFirst ? inside : Gone);

        var seen = airspace.Seen.ToArray();
        Assert.True(seen.First(facts => facts.Airborne is not null).Airborne);
        Assert.Contains(seen, facts => facts.Online == false);
        Assert.False(seen.Last().Airborne);
    }

    /// <summary>Whoever invents aircraft does not push out one that the site has configured, nor one that was there before.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Topology_FullOfInventedAircraft_LeavesTheRealOneItsPlace(bool isConfigured)
    {
        var options = isConfigured ? Usual with { Vehicles = [new DjiVehicleOptions(Air, "east")] } : Usual;
        await using var talk = await new DjiConversation { Options = options }.StartAsync();
        await talk.NameAsync();

        for (int i = 0; i < 50; i++)
        {
            string invented = string.Concat(Enumerable.Range(i * 40, 40).Select(n => $$"""{"sn":"FAKE{{n}}","type":91,"sub_type":1},"""));
            await talk.Brokers.SendAsync(Status, Topology.Replace("\"sub_devices\":[", $"\"sub_devices\":[{invented}", StringComparison.Ordinal));
        }

        await talk.Brokers.SendAsync(AirOsd, Osd("""{"mode_code":9}"""));
        Assert.DoesNotContain((FaultKind.Garbled, "foreign-topic"), talk.Host!.Faults);
        var told = talk.Told<DroneStateBody>().Where(body => body.Vehicle == (isConfigured ? "east" : Air)).ToArray();
        Assert.All(told, body => Assert.True(body.Online));
        Assert.Equal("9", told.Last().ModeRaw);
    }

    /// <summary>The bay is not empty, and the aircraft says that it flies: it knows better.</summary>
    [Fact]
    public async Task Aircraft_LostBehindItsOwnWordOfFlying_IsNotOnTheGround()
    {
        var airspace = new FakeAirspace();
        await using var talk = await new DjiConversation { Airspace = airspace }.StartAsync();
        await talk.NameAsync();
        await talk.Brokers.SendAsync(DockOsd, Osd("""{"drone_in_dock":1}"""));
        await talk.Brokers.SendAsync(AirOsd, Osd("""{"mode_code":4}"""));

        await talk.Brokers.SendAsync(Status, Gone);

        var last = airspace.Seen.Last();
        Assert.Equal((false, null), (last.Online, last.Airborne));
    }

    [Fact]
    public async Task Topology_First_TellsBothAndIsAnswered()
    {
        await using var talk = await new DjiConversation().StartAsync();

        await talk.NameAsync();

        await talk.AnsweredAsync(StatusReply, 1);
        var reply = talk.Brokers.On(StatusReply).Single();
        Assert.Equal("7f0c1b1e-0001-4d1c-9a51-000000000001", reply["tid"]!.GetValue<string>());
        Assert.Equal("7f0c1b1e-0001-4d1c-9a51-0000000000b1", reply["bid"]!.GetValue<string>());
        Assert.Equal("update_topo", reply["method"]!.GetValue<string>());
        Assert.Equal("""{"result":0}""", reply["data"]!.ToJsonString());
        Assert.NotEqual(1767575400123, reply["timestamp"]!.GetValue<long>());
        var dock = Assert.Single(talk.Told<DockStateBody>());
        Assert.Equal((true, Dock, "DJI Dock 2", Air), (dock.Online, dock.Dock, dock.Model, dock.Aircraft));
        var aircraft = Assert.Single(talk.Told<DroneStateBody>());
        Assert.Equal((true, Air, "Matrice 3TD"), (aircraft.Online, aircraft.Vehicle, aircraft.Model));
        Assert.Contains(AirOsd, talk.Brokers.Filters);
    }

    [Fact]
    public async Task Start_NobodyKnown_SubscribesToTheGatewayAlone()
    {
        await using var talk = await new DjiConversation().StartAsync();

        Assert.Equal([Status, DockOsd, $"thing/product/{Dock}/state", Events, Requests, $"thing/product/{Dock}/services_reply"], talk.Brokers.Filters);
    }

    [Fact]
    public async Task Start_AfterARestart_HearsTheAircraftThatWasNamedAndKnowsBoth()
    {
        var memory = new FakeMemory();
        await using (var before = await new DjiConversation { Memory = memory }.StartAsync())
        {
            await before.NameAsync();
        }

        await using var talk = await new DjiConversation { Memory = memory }.StartAsync();
        await talk.Brokers.SendAsync(AirOsd, Osd("""{"mode_code":5}"""));
        await talk.Brokers.SendAsync(DockOsd, Osd("""{"cover_state":0}"""));

        Assert.Equal((true, "Matrice 3TD", "mission"), talk.Told<DroneStateBody>().Select(body => (body.Online, body.Model, body.Mode)).Single());
        Assert.Equal(("DJI Dock 2", Air), talk.Told<DockStateBody>().Select(body => (body.Model, body.Aircraft)).Single());
    }

    [Fact]
    public async Task Topology_Empty_TellsThatTheAircraftIsGone()
    {
        await using var talk = await new DjiConversation().StartAsync();
        await talk.NameAsync();

        await talk.Brokers.SendAsync(Status, Gone);

        await talk.AnsweredAsync(StatusReply, 2);
        Assert.Equal([true, false], talk.Told<DroneStateBody>().Select(body => body.Online));
        Assert.Equal(Air, talk.Told<DockStateBody>().Last().Aircraft);
        Assert.True(talk.Told<DockStateBody>().Last().Online);
    }

    [Fact]
    public async Task Topology_Repeated_SaysNothingNewAndIsAnsweredAgain()
    {
        await using var talk = await new DjiConversation().StartAsync();
        await talk.NameAsync();
        int told = talk.Sink.Entered.Count;

        await talk.NameAsync();

        await talk.AnsweredAsync(StatusReply, 2);
        Assert.Equal(told, talk.Sink.Entered.Count);
    }

    [Fact]
    public async Task Topology_AnotherAircraft_TakesThePlaceOfTheFirst()
    {
        await using var talk = await new DjiConversation().StartAsync();
        await talk.NameAsync();

        await talk.Brokers.SendAsync(Status, Topology.Replace("AIR001", "AIR002", StringComparison.Ordinal).Replace("000000000001", "000000000002", StringComparison.Ordinal));
        await talk.Brokers.SendAsync(AirOsd, Osd("""{"mode_code":5}"""));

        Assert.Equal([(Air, true), (Air, false), ("AIR002", true)], talk.Told<DroneStateBody>().Select(body => (body.Vehicle, body.Online)));
        Assert.Contains((FaultKind.Garbled, "foreign-topic"), talk.Host!.Faults);
    }

    [Fact]
    public async Task Topology_WithoutAList_LeavesTheAircraft()
    {
        await using var talk = await new DjiConversation().StartAsync();
        await talk.NameAsync();

        await talk.Brokers.SendAsync(Status, """{"tid":"t3","bid":"b3","data":{"type":"2","sub_type":"0"}}""");

        await talk.AnsweredAsync(StatusReply, 2);
        Assert.Equal("update_topo", talk.Brokers.On(StatusReply).Last()["method"]!.GetValue<string>());
        Assert.Single(talk.Told<DroneStateBody>());
    }

    [Fact]
    public async Task Topology_DiskRefuses_IsNotAnsweredAndToldWithTheRepeat()
    {
        var talk = await new DjiConversation { Sink = new FakeSink { Refuses = true } }.StartAsync();
        await using (talk)
        {
            await talk.Brokers.SendAsync(Status, Topology);
            await talk.Brokers.SendAsync(Status, Topology);
        }

        Assert.Empty(talk.Brokers.Published);
        Assert.Equal(2, talk.Told<DockStateBody>().Count());
        Assert.DoesNotContain((FaultKind.Busy, "reading-not-stored"), talk.Host!.Faults);
    }

    [Theory]
    [InlineData("thing/product/AIR999/osd")]
    [InlineData("thing/product/DOCK002/events")]
    [InlineData("sys/product/DOCK002/status")]
    [InlineData("thing/product/AIR001/events")]
    [InlineData("some/other/topic")]
    public async Task Message_OfAStranger_IsNotBelieved(string topic)
    {
        await using var talk = await new DjiConversation().StartAsync();
        await talk.NameAsync();
        int told = talk.Sink.Entered.Count;

        await talk.Brokers.SendUnaskedAsync(topic, Event("file_upload_callback", """{"file":{"name":"x"}}"""));

        Assert.Equal(told, talk.Sink.Entered.Count);
        Assert.Contains((FaultKind.Garbled, "foreign-topic"), talk.Host!.Faults);
    }

    [Fact]
    public async Task Message_ThroughAnotherGateway_IsNotBelieved()
    {
        await using var talk = await new DjiConversation().StartAsync();

        await talk.Brokers.SendAsync(Events, Event("file_upload_callback", "{}").Replace("DOCK001", "DOCK002", StringComparison.Ordinal));

        Assert.Empty(talk.Sink.Entered);
        Assert.Empty(talk.Brokers.Published);
        Assert.Contains((FaultKind.Garbled, "foreign-gateway"), talk.Host!.Faults);
    }

    [Fact]
    public async Task Message_Retained_IsOldAndIsPassedOver()
    {
        await using var talk = await new DjiConversation().StartAsync();

        await talk.Brokers.SendAsync(Status, Topology, retained: true);

        Assert.Empty(talk.Sink.Entered);
        Assert.Contains((FaultKind.Garbled, "retained"), talk.Host!.Faults);
    }
}
