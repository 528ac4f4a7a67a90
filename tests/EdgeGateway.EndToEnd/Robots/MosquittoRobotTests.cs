using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Robots;

/// <summary>The gateway as a process, mosquitto as the broker of the site and of the platform, one robot written by hand and one twin.</summary>
public sealed class MosquittoRobotTests
{
    private const string Topic = "uagv/v2/ACME/R2-017/";

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Robots_ScriptedAndTwin_ReachThePlatform()
    {
        await using var broker = await MosquittoBroker.StartAsync(new MosquittoOptions { More = ["max_queued_messages 1000000"] });
        await using var site = new TestSite(broker.Port, cameras: 0);
        await AddRobotsAsync(site, broker.Port);
        site.StartWatch(broker.Port);
        await broker.PublishAsync("-t", Topic + "connection", "-q", "1", "-r", "-m", Message(1, """ "connectionState": "ONLINE" """));
        site.StartGateway();
        await broker.SaidAsync("Sending SUBACK to edgegateway-robot-1");
        await broker.SaidAsync("Sending SUBACK to edgegateway-robot-2");
        await using var twin = ChildProcess.Start(Binaries.Simulator, ["run", Path.Combine(site.Folder, "robots.json"), "--ledger", site.Truth, "--seconds", "6"]);

        // What is retained is told before the first state comes.
        await SeenAsync(site, one => Is(one, "robot-1", "robot.state") && Said(one, "connection") == "ONLINE");
        await broker.PublishAsync("-t", Topic + "state", "-m", Message(1, """ "driving": true, "errors": [ { "errorType": "lidar", "errorLevel": "FATAL" } ], "safetyState": { "eStop": "MANUAL", "fieldViolation": true } """));
        await broker.PublishAsync("-t", Topic + "state", "-m", "{ \"headerId\": ");
        await broker.PublishAsync("-t", Topic + "state", "-m", Message(2, """ "driving": false, "errors": [], "safetyState": { "eStop": "NONE", "fieldViolation": false } """));
        await broker.PublishAsync("-t", Topic + "connection", "-q", "1", "-r", "-m", Message(0, """ "connectionState": "CONNECTIONBROKEN" """));
        await SeenAsync(site, one => Is(one, "robot-1", "robot.state") && Said(one, "online") == "False");

        var alarms = Readings(site).Where(one => Is(one, "robot-1", "drone.alarm")).Select(one => $"{Said(one, "alarm")} {Said(one, "active")}");
        Assert.Equal(["emergency-stop False", "emergency-stop True", "error False", "error True"], alarms.Order(StringComparer.Ordinal));
        Assert.Equal(0, await twin.ExitAsync(s_limit));
        var (code, line, all) = await site.VerifyUntilDeliveredAsync(TimeSpan.FromSeconds(20));
        Assert.True(code == 0, all);
        Assert.Contains("lost 0 altered 0", line, StringComparison.Ordinal);
        Assert.True(site.TruthLines > 20, $"{site.TruthLines} lines are few");
    }

    private static async Task AddRobotsAsync(TestSite site, int port)
    {
        var gateway = JsonNode.Parse(await File.ReadAllTextAsync(site.Configuration))!;
        foreach (var (id, serial, major) in ((string, string, int)[])[("robot-1", "R2-017", 2), ("robot-2", "R3-001", 3)])
        {
            gateway["devices"]!.AsArray().Add(new JsonObject
            {
                ["id"] = id,
                ["driver"] = "robot-vda5050",
                ["majorVersion"] = major,
                ["manufacturer"] = "ACME",
                ["serialNumber"] = serial,
                ["broker"] = new JsonObject { ["host"] = "127.0.0.1", ["port"] = port },
            });
        }

        await File.WriteAllTextAsync(site.Configuration, gateway.ToJsonString());
        await File.WriteAllTextAsync(Path.Combine(site.Folder, "robots.json"), $$"""
            { "seed": 1, "duration": "1h", "devices": [ { "id": "robot-2", "driver": "robot-vda5050", "broker": "mqtt://127.0.0.1:{{port.ToString(CultureInfo.InvariantCulture)}}",
              "profile": { "version": "3.0.0", "serialNumber": "R3-001", "width": 3, "height": 2, "speed": 5, "dwell": "200ms", "stateEvery": "200ms", "errorEvery": "900ms",
                "warningEvery": "700ms", "stopEvery": "1300ms", "troubleFor": "300ms", "restartEvery": "1500ms" } } ] }
            """);
    }

    private static string Message(int id, string more) =>
        $$"""{ "headerId": {{id.ToString(CultureInfo.InvariantCulture)}}, "timestamp": "2026-11-22T03:32:0{{id.ToString(CultureInfo.InvariantCulture)}}.000Z", "version": "2.1.0", "manufacturer": "ACME", "serialNumber": "R2-017", {{more}} }""";

    private static Task<TimeSpan> SeenAsync(TestSite site, Func<JsonElement, bool> wanted) => Wait.UntilAsync(() => Readings(site).Any(wanted), s_limit, () => File.ReadAllText(site.Received));

    private static bool Is(JsonElement reading, string device, string kind) => reading.GetProperty("device").GetString() == device && reading.GetProperty("kind").GetString() == kind;

    private static string? Said(JsonElement reading, string name) => reading.GetProperty("data").TryGetProperty(name, out var value) ? value.ToString() : null;

    /// <summary>The last line may be half written.</summary>
    private static IReadOnlyList<JsonElement> Readings(TestSite site)
    {
        using var reader = new StreamReader(new FileStream(site.Received, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        string text = reader.ReadToEnd();
        return
        [
            .. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
                .Where(one => one.GetProperty("type").GetString() == "reading"),
        ];
    }
}
