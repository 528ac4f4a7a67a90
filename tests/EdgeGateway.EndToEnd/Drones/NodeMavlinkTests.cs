using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Drones;

/// <summary>MAVLink against a peer that we did not write: npm's node-mavlink as vehicles that sign and do not, and as the one who reads our orders.</summary>
public sealed class NodeMavlinkTests
{
    private const string Key = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private const string StrangersKey = "ff0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Vehicles_OfNodeMavlink_AreToldAndObey()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var site = new TestSite(broker.Port, cameras: 1);
        var (open, signed) = (FreeUdpPort(), FreeUdpPort());
        await AddLinksAsync(site, open, signed);
        await using var told = broker.Subscribe("-q", "1", "-t", "edge/v1/+/+/+/up/+/air-open/#", "-t", "edge/v1/+/+/+/up/+/air-signed/#", "-F", "%p");
        var gateway = site.StartGateway(Keys(site));
        await Wait.UntilAsync(() => gateway.Output.Contains(": connected", StringComparison.Ordinal), s_patience, () => gateway.Output);
        await using var plain = await NodeVehicle.StartAsync(open, 3);
        await using var trusted = await NodeVehicle.StartAsync(signed, 4, Key);
        await using var forger = await NodeVehicle.StartAsync(signed, 5, StrangersKey);
        await using var unsigned = await NodeVehicle.StartAsync(signed, 6);
        string Seen() => told.Output + plain.Output + trusted.Output + gateway.Output;

        await Wait.UntilAsync(() => new[] { "sys-3", "sys-4" }.All(vehicle => Of(told, "alarm", vehicle).Count() >= 2 && Of(told, "position", vehicle).Any()), s_patience, Seen);
        JudgeTelemetry(told, "sys-3");
        JudgeTelemetry(told, "sys-4");
        await Wait.UntilAsync(() => trusted.Output.Contains("heartbeat 255/190 type 6 proven", StringComparison.Ordinal), s_patience, Seen);
        Assert.Contains("heartbeat 255/190 type 6 unsigned", plain.Output, StringComparison.Ordinal);

        Assert.Contains("\"state\":\"done\"", await OrderAsync(broker.Port, site, "air-open", "drone.return-home"), StringComparison.Ordinal);
        Assert.Contains("order 20 to 3/1 long confirmation 0 [0 0 0 0] unsigned", plain.Output, StringComparison.Ordinal);
        Assert.Contains("order 20 to 3/1 long confirmation 1 [0 0 0 0] unsigned", plain.Output, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"done\"", await OrderAsync(broker.Port, site, "air-signed", "drone.hold"), StringComparison.Ordinal);
        Assert.Contains("order 176 to 4/1 long confirmation 0 [129 4 3 0] proven", trusted.Output, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"done\"", await OrderAsync(broker.Port, site, "air-open", "drone.take-picture"), StringComparison.Ordinal);
        Assert.Contains("no-fence", await OrderAsync(broker.Port, site, "air-open", "drone.go-to", """{"lat":39.95,"lon":116.4,"heightM":40}"""), StringComparison.Ordinal);
        Assert.Contains("\"state\":\"done\"", await OrderAsync(broker.Port, site, "air-signed", "drone.go-to", """{"lat":39.909,"lon":116.398,"heightM":40}"""), StringComparison.Ordinal);
        Assert.Contains("order 192 to 4/1 int frame 0 399090000 1163980000 61.22", trusted.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("order 192", plain.Output, StringComparison.Ordinal);

        await Wait.UntilAsync(() => Of(told, "state", "sys-3").Any(state => Text(state, "mode") == "return") && Of(told, "state", "sys-4").Any(state => Text(state, "mode") == "hold"), s_patience, Seen);
        Assert.DoesNotContain("sys-5", told.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("sys-6", told.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", trusted.Output, StringComparison.Ordinal);
    }

    private static void JudgeTelemetry(ChildProcess told, string vehicle)
    {
        var at = Of(told, "position", vehicle).First();
        var place = at.GetProperty("position");
        Assert.Equal((39.9087654, 116.3974321), (place.GetProperty("lat").GetDouble(), place.GetProperty("lon").GetDouble()));
        Assert.Equal((51.23, 30, 5, 0.5, 271.55), (Number(at, "altitudeMslM"), Number(at, "altitudeRelativeM"), Number(at, "speedMps"), Number(at, "climbMps"), Number(at, "headingDeg")));
        Assert.Contains(Of(told, "alarm", vehicle), alarm => Text(alarm, "alarm") == "message" && Text(alarm, "text") == "电池电量低，返航" && Text(alarm, "severity") == "critical");
        Assert.Contains(Of(told, "alarm", vehicle), alarm => Text(alarm, "alarm") == "sensor" && Text(alarm, "name") == "gps");
    }

    private static async Task AddLinksAsync(TestSite site, int open, int signed)
    {
        await File.WriteAllTextAsync(Path.Combine(site.Folder, "drone.key"), Key + "\n");
        await using var keygen = ChildProcess.Start(Binaries.Simulator, ["keygen", "--out", Path.Combine(site.Folder, "keys")]);
        Assert.Equal(0, await keygen.ExitAsync(s_patience));
        var gateway = JsonNode.Parse(await File.ReadAllTextAsync(site.Configuration))!;
        gateway["airspace"] = new JsonObject
        {
            ["fences"] = new JsonArray(new JsonObject
            {
                ["name"] = "harbour",
                ["kind"] = "stay-in",
                ["circle"] = new JsonObject { ["lat"] = 39.9087654, ["lon"] = 116.3974321, ["radiusM"] = 500 },
                ["devices"] = new JsonArray("air-signed"),
            }),
        };
        gateway["devices"]!.AsArray().Add(Link("air-open", open));
        var guarded = Link("air-signed", signed);
        guarded["signing"] = new JsonObject { ["key"] = new JsonObject { ["file"] = "drone.key" }, ["link"] = 1 };
        gateway["devices"]!.AsArray().Add(guarded);
        await File.WriteAllTextAsync(site.Configuration, gateway.ToJsonString());
    }

    private static JsonObject Link(string id, int port) => new()
    {
        ["id"] = id,
        ["driver"] = "drone-mavlink",
        ["listen"] = $"127.0.0.1:{port}",
        ["ackTimeout"] = "300ms",
        ["commands"] = new JsonArray("drone.return-home", "drone.hold", "drone.go-to", "drone.take-picture"),
    };

    private static Dictionary<string, string> Keys(TestSite site) => new()
    {
        ["EDGEGATEWAY__commands__keys__0__id"] = "ops",
        ["EDGEGATEWAY__commands__keys__0__publicKey__file"] = Path.Combine(site.Folder, "keys", "public.pem"),
        ["EDGEGATEWAY__commands__keys__0__may__0"] = "*",
        ["EDGEGATEWAY__commands__keys__0__devices__0"] = "*",
    };

    private static async Task<string> OrderAsync(int port, TestSite site, string device, string name, string args = "{}")
    {
        await using var sent = ChildProcess.Start(
            Binaries.Simulator,
            ["command", "--broker", $"mqtt://127.0.0.1:{port}", "--site", "440100000012100001", "--gateway", "gw-test", "--wait", "30s", "--key", Path.Combine(site.Folder, "keys", "private.pem"), "--device", device, "--name", name, "--args", args]);
        await sent.ExitAsync(TimeSpan.FromSeconds(60));
        return sent.Output;
    }

    private static IEnumerable<JsonElement> Of(ChildProcess told, string kind, string vehicle) =>
        told.Lines.Where(line => line.Contains($"\"edge.drone.{kind}.v1\"", StringComparison.Ordinal)).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("data")).Where(data => Text(data, "vehicle") == vehicle);

    private static string? Text(JsonElement data, string name) => data.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static double Number(JsonElement data, string name) => data.GetProperty(name).GetDouble();

    private static int FreeUdpPort()
    {
        using var probe = new System.Net.Sockets.UdpClient(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        return ((System.Net.IPEndPoint)probe.Client.LocalEndPoint!).Port;
    }
}
