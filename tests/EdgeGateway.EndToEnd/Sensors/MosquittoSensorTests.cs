using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Sensors;

/// <summary>Devices without a driver of their own, over mosquitto with QoS 1 and over HTTP, while the gateway is killed: everything is there, once.</summary>
public sealed class MosquittoSensorTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Counters_GatewayKilledBetween_ReachThePlatformExactlyOnce()
    {
        await using var broker = await MosquittoBroker.StartAsync(new MosquittoOptions { More = ["max_queued_messages 1000000"] });
        await using var site = new TestSite(broker.Port, cameras: 0);
        await AddAsync(site);
        site.StartWatch(broker.Port);
        var gateway = site.StartGateway();
        await broker.SaidAsync("Sending SUBACK to edgegateway-counter-1");
        await using var twins = ChildProcess.Start(Binaries.Simulator, ["run", Path.Combine(site.Folder, "counters.json"), "--ledger", site.Truth, "--seconds", "30"]);

        for (int kill = 0; kill < 2; kill++)
        {
            int told = site.TruthLines;
            await Wait.UntilAsync(() => site.TruthLines > told + 40, s_limit, () => twins.Output);
            await gateway.KillAsync();
            await broker.PublishAsync("-t", "counters/by-hand", "-q", "1", "-m", Message(kill));
            gateway = site.StartGateway();
        }

        // One that no rule takes, one that is no JSON, and the same again: none of them stands in the way of what follows.
        await broker.PublishAsync("-t", "counters/by-hand", "-q", "1", "-m", "{ \"sn\": ");
        await broker.PublishAsync("-t", "counters/by-hand", "-q", "1", "-m", "{ \"other\": 1 }");
        await broker.PublishAsync("-t", "counters/by-hand", "-q", "1", "-m", Message(1));
        await broker.PublishAsync("-t", "counters/by-hand", "-q", "1", "-m", Message(2));
        int left = await twins.ExitAsync(s_limit);
        Assert.True(left == 0, twins.Output);

        await Wait.UntilAsync(() => ByHand(site).Distinct().Count() == 3, s_limit, () => string.Join(' ', ByHand(site)));
        var (code, line, all) = await site.VerifyUntilDeliveredAsync(TimeSpan.FromSeconds(30));
        Assert.True(code == 0, all);
        Assert.Contains("lost 0 altered 0", line, StringComparison.Ordinal);
        Assert.Equal(400, site.TruthLines);
        Assert.Contains("renumbered 0", all, StringComparison.Ordinal);
        Assert.All(Readings(site).GroupBy(one => one.NativeId), same => Assert.Single(same.Select(one => one.Id).Distinct()));
    }

    private static async Task AddAsync(TestSite site)
    {
        Directory.CreateDirectory(Path.Combine(site.Folder, "maps"));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Examples", "crowd-counter.json"), Path.Combine(site.Folder, "maps", "crowd-counter.json"));
        var gateway = JsonNode.Parse(await File.ReadAllTextAsync(site.Configuration))!;
        var devices = gateway["devices"]!.AsArray();
        devices.Add(new JsonObject
        {
            ["id"] = "counter-1",
            ["driver"] = "generic-mqtt",
            ["broker"] = new JsonObject { ["host"] = "127.0.0.1", ["port"] = site.BrokerPort },
            ["topics"] = new JsonArray("counters/+"),
            ["map"] = "maps/crowd-counter.json",
        });
        devices.Add(new JsonObject { ["id"] = "counter-2", ["driver"] = "generic-http", ["token"] = new JsonObject { ["file"] = "token" }, ["map"] = "maps/crowd-counter.json" });
        await File.WriteAllTextAsync(site.Configuration, gateway.ToJsonString());
        string token = await File.ReadAllTextAsync(Path.Combine(site.Folder, "token"));
        const string Profile = """ "profile": { "every": "40ms", "doors": 2, "dayFaster": 3600 }, "count": 100 """;
        await File.WriteAllTextAsync(Path.Combine(site.Folder, "counters.json"), $$"""
            { "seed": 1, "duration": "1h", "devices": [
              { "id": "counter-1", "driver": "generic-mqtt", "broker": "mqtt://127.0.0.1:{{Text(site.BrokerPort)}}", {{Profile}} },
              { "id": "counter-2", "driver": "generic-http", "url": "http://127.0.0.1:{{Text(site.InboxPort)}}/counter-2/{{token}}", {{Profile}} } ] }
            """);
    }

    private static string Message(int number) => $$"""{ "sn": "by-hand", "ts": {{Text(DateTimeOffset.UtcNow.ToUnixTimeSeconds())}}, "seq": {{Text(number)}}, "doors": [ { "id": "hand-{{Text(number)}}", "in": 1, "out": 1 } ] }""";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> ByHand(TestSite site) => Readings(site).Select(one => one.Name).Where(name => name.StartsWith("hand-", StringComparison.Ordinal));

    /// <summary>The last line may be half written.</summary>
    private static IReadOnlyList<(string Id, string NativeId, string Name)> Readings(TestSite site)
    {
        using var reader = new StreamReader(new FileStream(site.Received, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        string text = reader.ReadToEnd();
        return
        [
            .. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
                .Where(one => one.GetProperty("type").GetString() == "reading" && one.GetProperty("kind").GetString() == "sensor.reading")
                .Select(one => (one.GetProperty("id").GetString()!, $"{one.GetProperty("device").GetString()}/{one.GetProperty("data").GetProperty("source").GetProperty("nativeId").GetString()}", one.GetProperty("data").GetProperty("name").GetString()!)),
        ];
    }
}
