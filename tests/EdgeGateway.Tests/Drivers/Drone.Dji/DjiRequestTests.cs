using System.Text.Json.Nodes;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Drone.Dji;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;
using static EdgeGateway.Tests.Drivers.Drone.Dji.DjiConversation;

namespace EdgeGateway.Tests.Drivers.Drone.Dji;

public sealed class DjiRequestTests
{
    private const string RequestsReply = $"thing/product/{Dock}/requests_reply";

    private static readonly DjiOptions s_binding = Usual with { Organization = new DjiOrganizationOptions { Id = "org", Name = "Station", BindingCode = new Secret("4711") } };

    [Fact]
    public async Task Config_IsAnsweredDirectlyInData()
    {
        await using var talk = await new DjiConversation { Options = Usual with { App = new DjiAppOptions("123", new Secret("k"), new Secret("l"), "192.0.2.1", 123) } }.StartAsync();

        var reply = await AskAsync(talk, "config", """{"config_type":"json","config_scope":"product"}""");

        Assert.Equal("""{"ntp_server_host":"192.0.2.1","ntp_server_port":123,"app_id":"123","app_key":"k","app_license":"l"}""", reply["data"]!.ToJsonString());
        Assert.Equal(("t1", "b1", "config"), (reply["tid"]!.GetValue<string>(), reply["bid"]!.GetValue<string>(), reply["method"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Config_WithoutAnApp_IsRefusedAndCounted()
    {
        await using var talk = await new DjiConversation().StartAsync();

        Assert.NotEqual(0, Result(await AskAsync(talk, "config", "{}")));
        Assert.Contains((FaultKind.Misconfigured, "no-app"), talk.Host!.Faults);
    }

    [Theory]
    [InlineData("storage_config_get")]
    [InlineData("flighttask_resource_get")]
    [InlineData("flight_areas_get")]
    [InlineData("flighttask_progress_get")]
    [InlineData("something_new")]
    [InlineData("airport_organization_get")]
    public async Task Request_ThatIsNotDone_IsAnsweredWithAnError(string method)
    {
        await using var talk = await new DjiConversation().StartAsync();

        Assert.NotEqual(0, Result(await AskAsync(talk, method, "{}")));
    }

    [Fact]
    public async Task BindStatus_WithoutACode_SaysThatAllAreBound()
    {
        await using var talk = await new DjiConversation { Options = Usual with { Vehicles = [new DjiVehicleOptions(Air, "east")] } }.StartAsync();

        var reply = await AskAsync(talk, "airport_bind_status", """{"devices":[{"sn":"DOCK001"},{"sn":"AIR001"}]}""");

        Assert.Equal(
            """{"bind_status":[{"sn":"DOCK001","is_device_bind_organization":true,"organization_id":"site","organization_name":"site","device_callsign":"DOCK001"},{"sn":"AIR001","is_device_bind_organization":true,"organization_id":"site","organization_name":"site","device_callsign":"east"}]}""",
            reply["data"]!["output"]!.ToJsonString());
        Assert.Equal(0, Result(reply));
    }

    [Fact]
    public async Task Binding_WithTheCode_IsRememberedOverARestart()
    {
        var memory = new FakeMemory();
        await using (var before = await new DjiConversation { Memory = memory, Options = s_binding }.StartAsync())
        {
            Assert.False(Bound(await AskAsync(before, "airport_bind_status", """{"devices":[{"sn":"DOCK001"}]}""")));
            Assert.NotEqual(0, Result(await AskAsync(before, "airport_organization_get", """{"device_binding_code":"1","organization_id":"org"}""", 2)));
            Assert.Equal("Station", (await AskAsync(before, "airport_organization_get", """{"device_binding_code":"4711","organization_id":"org"}""", 3))["data"]!["output"]!["organization_name"]!.GetValue<string>());
            var refused = await AskAsync(before, "airport_organization_bind", """{"bind_devices":[{"sn":"DOCK001","device_binding_code":"1","organization_id":"org"}]}""", 4);
            Assert.Equal("DOCK001", refused["data"]!["output"]!["err_infos"]![0]!["sn"]!.GetValue<string>());
            var bound = await AskAsync(before, "airport_organization_bind", """{"bind_devices":[{"sn":"DOCK001","device_binding_code":"4711","organization_id":"org"}]}""", 5);
            Assert.Equal((0, 0), (Result(bound), bound["data"]!["output"]!["err_infos"]!.AsArray().Count));
        }

        await using var talk = await new DjiConversation { Memory = memory, Options = s_binding }.StartAsync();
        Assert.True(Bound(await AskAsync(talk, "airport_bind_status", """{"devices":[{"sn":"DOCK001"}]}""")));
    }

    [Fact]
    public async Task Binding_DiskRefuses_IsNotAnswered()
    {
        await using var talk = await new DjiConversation { Memory = new FakeMemory { Refuses = true }, Options = s_binding }.StartAsync();

        await talk.Brokers.SendAsync(Requests, Event("airport_organization_bind", """{"bind_devices":[{"sn":"DOCK001","device_binding_code":"4711"}]}"""));
        await talk.Brokers.SendAsync(Requests, Event("flight_areas_get", "{}", "t2"));

        await talk.AnsweredAsync(RequestsReply, 1);
        Assert.Equal("t2", talk.Brokers.On(RequestsReply).Single()["tid"]!.GetValue<string>());
    }

    private static async Task<JsonNode> AskAsync(DjiConversation talk, string method, string data, int count = 1)
    {
        await talk.Brokers.SendAsync(Requests, Event(method, data));
        await talk.AnsweredAsync(RequestsReply, count);
        return talk.Brokers.On(RequestsReply).Last();
    }

    private static int Result(JsonNode reply) => reply["data"]!["result"]!.GetValue<int>();

    private static bool Bound(JsonNode reply) => reply["data"]!["output"]!["bind_status"]![0]!["is_device_bind_organization"]!.GetValue<bool>();
}
