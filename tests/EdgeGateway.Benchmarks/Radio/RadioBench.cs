using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using EdgeGateway.Benchmarks.Gateway;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Radio;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.PdtRadio.HyteraRepeater;

namespace EdgeGateway.Benchmarks.Radio;

/// <summary>(h): from the datagram of a red button to the subscriber, while forty radios on two other repeaters report every second.</summary>
/// <param name="emergencies">How many buttons are pressed, one after the other.</param>
/// <param name="output">Takes the rows.</param>
internal sealed class RadioBench(int emergencies, TextWriter output)
{
    private const string Alarms = "edge/v1/+/+/+/up/alarm/#";
    private const string Everything = "edge/v1/+/+/+/up/#";
    private const int FirstRadio = 500_000;

    public static async Task<int> PrintAsync(bool isShort, TextWriter output)
    {
        await new RadioBench(isShort ? 50 : 300, output).RunAsync();
        return 0;
    }

    private async Task RunAsync()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await MeasureAsync(broker.Port, "broker with its defaults");
        await using var prompt = await MosquittoBroker.StartAsync(MosquittoOptions.ForLatency);
        await MeasureAsync(prompt.Port, "broker with set_tcp_nodelay");
    }

    private async Task MeasureAsync(int broker, string how)
    {
        await using var site = new TestSite(broker, cameras: 0);
        await using var button = new HstrpLink(new IPEndPoint(IPAddress.Loopback, 0), 1, Plan(), new RadioLuck(1, "rep-0"));
        button.Start();
        await ConfigureAsync(site, button.EndPoint.Port);
        using var subscriber = new CountingSubscriber(broker, Alarms);
        using var all = new CountingSubscriber(broker, Everything);
        using var stop = new CancellationTokenSource();
        var hearing = button.RunAsync(stop.Token);
        var gateway = site.StartGateway();
        await using var radios = ChildProcess.Start(Binaries.Simulator, ["run", Path.Combine(site.Folder, "radios.json")]);
        await Wait.UntilAsync(() => all.Count > 120 && button.IsUp, TimeSpan.FromSeconds(60), () => gateway.Output + radios.Output);

        (long before, var watch) = (all.Count, Stopwatch.StartNew());
        var latencies = await PressAsync(button, subscriber, gateway);
        double rate = (all.Count - before) / watch.Elapsed.TotalSeconds;
        await stop.CancelAsync();
        await hearing;
        await RowAsync(
            $"(h) emergency, wire to subscriber, {latencies.Count:N0} of them, 40 radios report every second, {how}",
            $"p50 {At(latencies, 0.5)} ms, p99 {At(latencies, 0.99)} ms", $"highest {At(latencies, 1)} ms; {rate:N0} readings/s delivered meanwhile");
    }

    private async Task<List<double>> PressAsync(HstrpLink button, CountingSubscriber subscriber, ChildProcess gateway)
    {
        var random = new Random(1);
        var latencies = new List<double>(emergencies);
        for (int i = 0; i < emergencies; i++)
        {
            // Not in step with the reports.
            await Task.Delay(random.Next(20, 80));
            long before = subscriber.Count;
            long pressed = Stopwatch.GetTimestamp();
            bool acknowledged = await button.TellAsync(Emergency(FirstRadio + i), CancellationToken.None);
            await Wait.UntilAsync(() => subscriber.Count > before, TimeSpan.FromSeconds(30), () => $"acknowledged: {acknowledged}\n{gateway.Output}");
            latencies.Add(Stopwatch.GetElapsedTime(pressed, subscriber.LastAt).TotalMilliseconds);
        }

        latencies.Sort();
        return latencies;
    }

    private static byte[] Emergency(int radio)
    {
        var fix = new GpsFix(new RadioPlace(RadioPlace.Ticks(23.1291), RadioPlace.Ticks(113.2644), 12, 90), TimeProvider.System.GetUtcNow(), GpsOddity.None);
        return HdapBytes.Of(RadioService.Lp, 0xB003, [10, (byte)(radio >> 16), (byte)(radio >> 8), (byte)radio, 0, .. fix.Bytes()]);
    }

    private static async Task ConfigureAsync(TestSite site, int button)
    {
        var gateway = JsonNode.Parse(await File.ReadAllTextAsync(site.Configuration))!;
        var devices = new JsonArray();
        for (int i = 1; i <= 2; i++)
        {
            int first = RepeaterEntry.FreePorts();
            gateway["devices"]!.AsArray().Add(RepeaterEntry.Of($"rep-{i}", first));
            devices.Add(new JsonObject
            {
                ["id"] = $"rep-{i}", ["driver"] = "hytera-repeater", ["listen"] = $"127.0.0.1:{first}",
                ["profile"] = new JsonObject { ["radios"] = 20, ["firstId"] = i * 1000, ["deviceId"] = i, ["reportEvery"] = "1s", ["textEvery"] = "0s" },
            });
        }

        gateway["devices"]!.AsArray().Add(new JsonObject
        {
            ["id"] = "rep-0", ["driver"] = "hytera-repeater", ["host"] = "127.0.0.1", ["services"] = new JsonArray("lp"), ["slots"] = "1",
            ["ports"] = new JsonObject { ["lp1"] = button }, ["localPorts"] = new JsonObject { ["lp1"] = 0 },
        });
        await File.WriteAllTextAsync(site.Configuration, gateway.ToJsonString());
        await File.WriteAllTextAsync(Path.Combine(site.Folder, "radios.json"), new JsonObject { ["seed"] = 1, ["duration"] = "1h", ["devices"] = devices }.ToJsonString());
    }

    private static RadioPlan Plan()
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        return new RadioPlan("rep-0", new RadioProfile { DeviceId = 99 }, 1, now, DateTimeOffset.MaxValue, long.MaxValue)
        {
            Ledger = new TruthTally(null), Time = TimeProvider.System, Trouble = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, now),
        };
    }

    private Task RowAsync(string what, string figure, string beside) => output.WriteLineAsync($"| {what} | {figure} | {beside} |");

    private static string At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))].ToString("0.0", CultureInfo.InvariantCulture);
}
