using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using EdgeGateway.Benchmarks.Gateway;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.Benchmarks.Kiosks;

/// <summary>A hundred XFS services on one gateway: ten kiosks of ten services each, real WebSockets, a real store, a broker and a subscriber on the same machine.</summary>
internal sealed class KioskBench(bool isShort)
{
    private const int Kiosks = 10;
    private const int Services = Kiosks * KioskChild.ServicesOfOne;
    private const string Filter = "edge/v1/+/+/+/up/event/+/kiosk.module";

    private readonly int _seconds = isShort ? 6 : 30;
    private readonly List<BenchRow> _rows = [];

    public static async Task<int> PrintAsync(bool isShort, TextWriter output)
    {
        var bench = new KioskBench(isShort);
        await bench.RunAsync();
        foreach (var row in bench._rows)
        {
            await output.WriteLineAsync($"| {row.What} | {row.Figure} | {row.Beside} |");
        }

        return 0;
    }

    private async Task RunAsync()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var child = ChildProcess.Start(Environment.ProcessPath!, ["kiosk-child", Kiosks.ToString(CultureInfo.InvariantCulture)]);
        await Wait.UntilAsync(() => child.HasExited || child.Lines.Any(), TimeSpan.FromSeconds(30), () => child.Output);
        int[] ports = [.. child.Lines.First().Split(' ').Skip(1).Select(port => int.Parse(port, CultureInfo.InvariantCulture))];
        await using var site = new TestSite(broker.Port, cameras: 0, uplink: static uplink => uplink["backfill"] = new JsonObject { ["threshold"] = 1_000_000_000 });
        double before = await IdleAsync(site);
        Configure(site, ports[^Kiosks..]);
        using var subscriber = new CountingSubscriber(broker.Port, Filter);
        var gateway = site.StartGateway();
        await Wait.UntilAsync(() => gateway.HasExited || subscriber.Count >= Services, TimeSpan.FromSeconds(60), () => gateway.Output);
        await Task.Delay(TimeSpan.FromSeconds(isShort ? 2 : 10));
        await RestAsync(gateway.Id, before);
        foreach (int rate in (int[])[1, 10])
        {
            await StormAsync(gateway.Id, ports[0], rate, subscriber);
        }
    }

    /// <summary>The same gateway with one kiosk that is not there.</summary>
    private static async Task<double> IdleAsync(TestSite site)
    {
        Configure(site, [TestSite.FreePort()]);
        var gateway = site.StartGateway();
        await Wait.UntilAsync(() => gateway.HasExited || site.InboxAnswers(), TimeSpan.FromSeconds(30), () => gateway.Output);
        await Task.Delay(TimeSpan.FromSeconds(3));
        double megabytes = ProcessMemory.Megabytes(gateway.Id, "VmRSS");
        await gateway.StopAsync(TimeSpan.FromSeconds(20));
        return megabytes;
    }

    private static void Configure(TestSite site, int[] ports)
    {
        var json = JsonNode.Parse(File.ReadAllText(site.Configuration))!;
        json["devices"] = new JsonArray([.. ports.Select((port, i) => new JsonObject { ["id"] = $"kiosk-{i}", ["driver"] = "kiosk-xfs4iot", ["host"] = "127.0.0.1", ["port"] = port })]);
        File.WriteAllText(site.Configuration, json.ToJsonString());
    }

    private async Task RestAsync(int pid, double before)
    {
        double cpu = await ShareAsync(pid, () => Task.Delay(TimeSpan.FromSeconds(2 * _seconds)));
        double megabytes = ProcessMemory.Megabytes(pid, "VmRSS");
        _rows.Add(new($"(l) {Services} XFS services of {Kiosks} kiosks at rest", $"{cpu:0.0} % of a core", $"{megabytes:0} MB, {before:0} MB with one kiosk that is not there"));
    }

    private async Task StormAsync(int pid, int port, int rate, CountingSubscriber subscriber)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(5) };
        long had = subscriber.Count;
        int sent = 0;
        var watch = Stopwatch.StartNew();
        double cpu = await ShareAsync(pid, async () =>
        {
            sent = int.Parse(await http.GetStringAsync(new Uri($"http://127.0.0.1:{port}/storm?rate={rate}&seconds={_seconds}")), CultureInfo.InvariantCulture);
            await Wait.UntilAsync(() => subscriber.Count - had >= sent, TimeSpan.FromMinutes(2), () => $"{subscriber.Count - had} of {sent}");
        });
        double perSecond = sent / watch.Elapsed.TotalSeconds;
        _rows.Add(new($"    a storm of {rate * Services:N0} status events a second for {_seconds} s", $"{cpu:0.0} % of a core", $"{sent:N0} sent, {subscriber.Count - had:N0} at the subscriber, {perSecond:N0}/s; {ProcessMemory.Megabytes(pid, "VmHWM"):0} MB at most"));
    }

    private static async Task<double> ShareAsync(int pid, Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        double begun = ProcessTime.Seconds(pid);
        await work();
        return 100 * (ProcessTime.Seconds(pid) - begun) / watch.Elapsed.TotalSeconds;
    }
}
