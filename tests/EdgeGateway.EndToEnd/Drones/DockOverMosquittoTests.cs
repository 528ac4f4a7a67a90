using System.Text.Json.Nodes;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Drones;

/// <summary>A dock that is nothing but scripted JSON out of mosquitto's own tools, a real broker, the real gateway, and SIGKILL between event and reply.</summary>
public sealed class DockOverMosquittoTests
{
    private const string Topology =
        """{"tid":"t0","bid":"b0","timestamp":1767575400123,"method":"update_topo","data":{"domain":"3","type":2,"sub_type":0,"sub_devices":[{"sn":"AIR001","domain":"0","type":91,"sub_type":1,"index":"A"}]}}""";

    [Fact]
    public async Task Dock_WhoseGatewayIsKilledBeforeItsReplies_TellsEachEventOnceAndIsAnswered()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var site = new TestSite(broker.Port, cameras: 0);
        AddDock(site);
        site.StartWatch(broker.Port);
        await using var device = broker.Subscribe("-v", "-q", "1", "-t", "thing/product/DOCK001/+", "-t", "sys/product/DOCK001/status_reply");
        var gateway = site.StartGateway();
        await RepeatUntilAsync(broker, "sys/product/DOCK001/status", Topology, () => Heard(device, "status_reply", "t0"), gateway);

        for (int i = 1; i <= 4; i++)
        {
            string picture = Picture(i);
            await broker.PublishAsync("-q", "1", "-t", "thing/product/DOCK001/events", "-m", picture);
            if (i % 2 == 0)
            {
                await gateway.KillAsync();
                gateway = site.StartGateway();
            }

            await RepeatUntilAsync(broker, "thing/product/DOCK001/events", picture, () => Heard(device, "events_reply", $"t{i}"), gateway);
        }

        await broker.PublishAsync("-q", "1", "-t", "thing/product/AIR001/osd", "-m", """{"gateway":"DOCK001","data":{"mode_code":9,"latitude":39.9,"longitude":116.4}}""");
        await Wait.UntilAsync(() => Told(site, "drone.capture").Count() == 4 && Told(site, "drone.position").Any(), TimeSpan.FromSeconds(20), () => gateway.Output);
        Assert.Equal(["b1/t1", "b2/t2", "b3/t3", "b4/t4"], Told(site, "drone.capture").Select(line => line["data"]!["source"]!["nativeId"]!.GetValue<string>()).Order());
        Assert.Equal("return", Told(site, "drone.state").Last()["data"]!["mode"]!.GetValue<string>());
    }

    private static string Picture(int i) =>
        $$$"""{"tid":"t{{{i}}}","bid":"b{{{i}}}","timestamp":{{{1767575400123 + i}}},"gateway":"DOCK001","method":"file_upload_callback","need_reply":1,"data":{"file":{"name":"{{{i}}}.jpg","object_key":"{{{i}}}.jpg"} } }""";

    private static void AddDock(TestSite site)
    {
        var gateway = JsonNode.Parse(File.ReadAllText(site.Configuration))!;
        gateway["devices"]!.AsArray().Add(new JsonObject
        {
            ["id"] = "dock-1",
            ["driver"] = "drone-dji",
            ["broker"] = new JsonObject { ["host"] = "127.0.0.1", ["port"] = site.BrokerPort },
            ["gateway"] = "DOCK001",
        });
        File.WriteAllText(site.Configuration, gateway.ToJsonString());
    }

    /// <summary>As a device does that has no answer.</summary>
    private static async Task RepeatUntilAsync(MosquittoBroker broker, string topic, string payload, Func<bool> answered, ChildProcess gateway)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (!answered())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), gateway.Output);
            await Task.Delay(200);
            if (!answered())
            {
                await broker.PublishAsync("-q", "1", "-t", topic, "-m", payload);
            }
        }
    }

    private static bool Heard(ChildProcess device, string channel, string tid) =>
        device.Lines.Any(line => line.Contains($"/{channel} ", StringComparison.Ordinal) && line.Contains($"\"tid\":\"{tid}\"", StringComparison.Ordinal) && line.Contains("\"result\":0", StringComparison.Ordinal));

    private static IEnumerable<JsonNode> Told(TestSite site, string kind) =>
        File.ReadAllLines(site.Received).Where(line => line.EndsWith('}')).Select(line => JsonNode.Parse(line)!).Where(line => line.ToJsonString().Contains(kind, StringComparison.Ordinal));
}
