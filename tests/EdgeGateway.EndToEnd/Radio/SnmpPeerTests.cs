using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Twins.PdtRadio.HyteraSnmp;

namespace EdgeGateway.EndToEnd.Radio;

/// <summary>SNMP against a peer that we did not write: Net-SNMP's agent for our driver, its tools for our twin.</summary>
public sealed class SnmpPeerTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Snmpd_AsARepeater_IsReadByTheGatewayAndItsAlarmTold()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var site = new TestSite(broker.Port, cameras: 1);
        await using var repeater = new SnmpdRepeater("district-7");
        AddRepeater(site, repeater.Port);
        await using var health = broker.Subscribe("-q", "1", "-t", "edge/v1/+/+/+/up/telemetry/repeater-1/#", "-F", "%p");
        await using var alarms = broker.Subscribe("-q", "1", "-t", "edge/v1/+/+/+/up/alarm/repeater-1/#", "-F", "%p");
        var gateway = site.StartGateway();

        await Wait.UntilAsync(() => health.Lines.Count > 0, s_patience, () => gateway.Output + repeater.Output);
        repeater.Temperature(41.5f);
        repeater.Vswr(1);
        await Wait.UntilAsync(() => health.Lines.Any(line => Metric(line, "paTemperature") == 41.5), s_patience, () => health.Output);
        await Wait.UntilAsync(() => Told(alarms).Contains("vswr begins major"), s_patience, () => alarms.Output);

        string first = health.Lines.First();
        Assert.Equal(27, Metric(first, "paTemperature"));
        Assert.Equal(351_012_500, Metric(first, "transmitFrequency"));
        Assert.Null(Metric(first, "slot1Rssi"));
        Assert.Equal(-87, Metric(first, "slot2Rssi"));
        Assert.Equal("RD985", Data(first).GetProperty("model").GetString());
        // Everything that this agent was not given, after several questions that it objected to.
        Assert.Equal("unsupported", Metrics(first).Single(metric => metric.GetProperty("metric").GetString() == "supplyVoltage").GetProperty("quality").GetString());
        Assert.Contains("temperature begins major", Told(alarms));
    }

    [Fact]
    public async Task NetSnmpTools_AskTheTwin_ReadItAndCannotSetIt()
    {
        using var stop = new CancellationTokenSource();
        await using var twin = new HyteraSnmpTwin("rep-1", new IPEndPoint(IPAddress.Loopback, 0), new RepeaterProfile(), new Nothing(), TimeProvider.System);
        var playing = twin.RunAsync(stop.Token);

        Assert.Contains("Hex-STRING: 00 00 DC 41", await AskAsync("snmpget", twin.Port, "1.2.2.0"), StringComparison.Ordinal);
        Assert.Contains("INTEGER: -200", await AskAsync("snmpget", twin.Port, "1.2.9.0"), StringComparison.Ordinal);
        Assert.Contains("noSuchName", await AskAsync("snmpget", twin.Port, "9.9.9.0"), StringComparison.Ordinal);
        string walk = await AskAsync("snmpwalk", twin.Port, null);
        Assert.Equal(27, walk.Split('\n').Count(line => line.StartsWith(".1.3.6.1.4.1.40297.1.2.", StringComparison.Ordinal)));
        Assert.Contains("readOnly", await AskAsync("snmpset", twin.Port, "4.12.0", "i", "1"), StringComparison.Ordinal);
        Assert.Contains("INTEGER: 0", await AskAsync("snmpget", twin.Port, "4.12.0"), StringComparison.Ordinal);
        Assert.Equal(1, twin.SetsRefused);

        await stop.CancelAsync();
        await playing;
    }

    private static async Task<string> AskAsync(string tool, int port, string? suffix, params string[] more)
    {
        string name = ".1.3.6.1.4.1.40297.1.2" + (suffix is null ? string.Empty : "." + suffix);
        await using var asking = ChildProcess.Start(Binaries.Tool(tool), ["-v1", "-c", "public", "-On", "-m", "", "-t", "5", $"127.0.0.1:{port}", name, .. more]);
        await asking.ExitAsync(s_patience);
        return asking.Output;
    }

    private static void AddRepeater(TestSite site, int port)
    {
        File.WriteAllText(Path.Combine(site.Folder, "community"), "district-7");
        var gateway = JsonNode.Parse(File.ReadAllText(site.Configuration))!;
        gateway["devices"]!.AsArray().Add(new JsonObject
        {
            ["id"] = "repeater-1",
            ["driver"] = "hytera-snmp",
            ["host"] = "127.0.0.1",
            ["port"] = port,
            ["community"] = new JsonObject { ["file"] = "community" },
            ["every"] = "1s",
        });
        File.WriteAllText(site.Configuration, gateway.ToJsonString());
    }

    private static JsonElement Data(string line) => JsonDocument.Parse(line).RootElement.GetProperty("data");

    private static IEnumerable<JsonElement> Metrics(string line) => Data(line).GetProperty("metrics").EnumerateArray();

    private static double? Metric(string line, string name) =>
        Metrics(line).Where(metric => metric.GetProperty("metric").GetString() == name && metric.TryGetProperty("value", out _)).Select(metric => (double?)metric.GetProperty("value").GetDouble()).SingleOrDefault();

    private static IReadOnlyList<string> Told(ChildProcess alarms) =>
        [.. alarms.Lines.Select(Data).Select(data => $"{data.GetProperty("what")} {data.GetProperty("state")} {data.GetProperty("severity")}")];

    private sealed class Nothing : ITruthLedger
    {
        public void Note(TruthLine line)
        {
        }
    }
}
