using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.Benchmarks.Gateway;

/// <summary>The gateway as a process between load, broker and subscriber, all on this machine, in one run.</summary>
internal sealed class GatewayBench(BenchSize size)
{
    private const string Filter = "edge/v1/+/+/+/up/event/#";
    private const int BrokerWindow = 20;

    private readonly List<BenchRow> _rows = [];

    /// <summary>Prints the rows of a table.</summary>
    public static async Task<int> PrintAsync(BenchSize size, TextWriter output)
    {
        foreach (var row in await new GatewayBench(size).RunAsync())
        {
            await output.WriteLineAsync($"| {row.What} | {row.Figure} | {row.Beside} |");
        }

        return 0;
    }

    private async Task<IReadOnlyList<BenchRow>> RunAsync()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        for (int round = 1; round <= size.Rounds; round++)
        {
            await LimitAndDrainAsync(broker.Port, round);
        }

        await SustainedAsync(broker.Port);
        await LatencyAsync(broker.Port, "broker with its defaults");
        await using var prompt = await MosquittoBroker.StartAsync(MosquittoOptions.ForLatency);
        await LatencyAsync(prompt.Port, "broker with set_tcp_nodelay");
        await MemoryAsync();
        return _rows;
    }

    /// <summary>(a) and (b), side by side: the same broker, the same size of message, the same subscriber.</summary>
    private async Task LimitAndDrainAsync(int broker, int round)
    {
        await using var site = new TestSite(broker, cameras: 8, uplink: static uplink => uplink["backfill"] = new System.Text.Json.Nodes.JsonObject { ["threshold"] = 1_000_000_000 });
        int bytes = await FullStore.FillAsync(Path.Combine(site.Folder, "store"), "gw-test", size.Drain);
        using var subscriber = new CountingSubscriber(broker, Filter);
        double limit = BareLoop.Run(broker, "edge/v1/00/site/bare/up/event/cam-01/plate.read", bytes, BrokerWindow, size.Drain);
        await QuietAsync(subscriber);
        long before = subscriber.Count;
        var gateway = site.StartGateway();
        await Wait.UntilAsync(() => subscriber.Count > before, TimeSpan.FromSeconds(30), () => gateway.Output);
        var watch = Stopwatch.StartNew();
        long first = subscriber.Count;
        await QuietAsync(subscriber);
        double seconds = watch.Elapsed.TotalSeconds - Stopwatch.GetElapsedTime(subscriber.LastAt).TotalSeconds;
        double drain = (subscriber.Count - first) / seconds;
        _rows.Add(new($"(a) bare socket loop, QoS 1, {bytes} B, round {round}", $"{limit:N0}/s", ""));
        _rows.Add(new($"(b) gateway drains {size.Drain:N0} single readings, round {round}", $"{drain:N0}/s", Ratio(drain / limit)));
        _rows.Add(new($"    highest memory while draining, round {round}", $"{ProcessMemory.Megabytes(gateway.Id, "VmHWM"):0} MB", ""));
        if (subscriber.Count - before < size.Drain)
        {
            _rows.Add(new("    delivered to the QoS 0 subscriber", $"{subscriber.Count - before:N0} of {size.Drain:N0}", "the broker dropped the rest"));
        }
    }

    /// <summary>(c): posts from cameras without pictures, each answered when it is durable, counted where they arrive.</summary>
    private async Task SustainedAsync(int broker)
    {
        await using var site = new TestSite(broker, cameras: 64);
        using var subscriber = new CountingSubscriber(broker, Filter);
        var gateway = await StartAsync(site);
        await LoadAsync(site, devices: 64, rate: 0, count: size.Warm);
        await QuietAsync(subscriber);
        long before = subscriber.Count;
        var watch = Stopwatch.StartNew();
        using var result = await LoadAsync(site, devices: 64, rate: 0, count: size.Sustained);
        double wire = size.Sustained / watch.Elapsed.TotalSeconds;
        await QuietAsync(subscriber);
        double seconds = watch.Elapsed.TotalSeconds - Stopwatch.GetElapsedTime(subscriber.LastAt).TotalSeconds;
        long delivered = subscriber.Count - before;
        _rows.Add(new($"(c) device wire to subscriber, {size.Sustained:N0} posts over 64 connections", $"{delivered / seconds:N0}/s", $"delivered {delivered:N0}"));
        _rows.Add(new("    the same until the camera's 200", $"{wire:N0}/s", $"p99 {Number(result, "p99Ms")} ms"));
        _rows.Add(new("    highest memory", $"{ProcessMemory.Megabytes(gateway.Id, "VmHWM"):0} MB", ""));
    }

    /// <summary>(d): time in the camera's message to arrival at the subscriber, at 500 readings a second.</summary>
    private async Task LatencyAsync(int broker, string how)
    {
        await using var site = new TestSite(broker, cameras: 16);
        using var subscriber = new CountingSubscriber(broker, Filter, measureLatency: true);
        var gateway = await StartAsync(site);
        await LoadAsync(site, devices: 16, rate: 500, count: size.Warm);
        await QuietAsync(subscriber);
        subscriber.ForgetLatencies();
        using var result = await LoadAsync(site, devices: 16, rate: 500, count: size.Latency);
        await QuietAsync(subscriber);
        var sorted = subscriber.Latencies.Order().ToList();
        _rows.Add(new($"(d) latency wire to subscriber at 500/s, {how}, {sorted.Count:N0} readings", $"p50 {At(sorted, 0.5)} ms, p99 {At(sorted, 0.99)} ms", $"to the camera's 200: p99 {Number(result, "p99Ms")} ms"));
        _rows.Add(new("    highest memory", $"{ProcessMemory.Megabytes(gateway.Id, "VmHWM"):0} MB", ""));
    }

    /// <summary>(e): memory with nothing to do, and with a million readings that cannot leave.</summary>
    private async Task MemoryAsync()
    {
        await using (var idle = new TestSite(TestSite.FreePort(), cameras: 8))
        {
            var gateway = await StartAsync(idle);
            await Task.Delay(size.Settle);
            _rows.Add(new("(e) memory idle", $"{ProcessMemory.Megabytes(gateway.Id, "VmRSS"):0} MB", ""));
        }

        await using var full = new TestSite(TestSite.FreePort(), cameras: 8);
        await FullStore.FillAsync(Path.Combine(full.Folder, "store"), "gw-test", size.Backlog);
        var watch = Stopwatch.StartNew();
        var loaded = await StartAsync(full);
        double start = watch.Elapsed.TotalSeconds;
        await Task.Delay(size.Settle);
        _rows.Add(new($"    memory with a backlog of {size.Backlog:N0}, broker away", $"{ProcessMemory.Megabytes(loaded.Id, "VmRSS"):0} MB", $"started in {start:0.00} s"));
    }

    private static async Task<ChildProcess> StartAsync(TestSite site)
    {
        var gateway = site.StartGateway();
        await Wait.UntilAsync(() => gateway.HasExited || site.InboxAnswers(), TimeSpan.FromSeconds(30), () => gateway.Output);
        return gateway;
    }

    private static async Task<JsonDocument> LoadAsync(TestSite site, int devices, int rate, int count)
    {
        await using var load = ChildProcess.Start(Binaries.Simulator, [
            "load", "--driver", "hikvision-anpr", "--devices", Text(devices), "--rate", Text(rate), "--count", Text(count), "--token", "token-of-this-test",
            "--seed", Text(Random.Shared.Next()), "--target", $"http://127.0.0.1:{site.InboxPort}/{{device}}/{{token}}"]);
        int code = await load.ExitAsync(TimeSpan.FromMinutes(5));
        string line = load.Lines.LastOrDefault(text => text.StartsWith('{')) ?? throw new InvalidOperationException($"load said (exit {code}): {load.Output}");
        return JsonDocument.Parse(line);
    }

    private static async Task QuietAsync(CountingSubscriber subscriber)
    {
        long seen;
        do
        {
            seen = subscriber.Count;
            await Task.Delay(1500);
        }
        while (subscriber.Count != seen);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Ratio(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00} of (a)");

    private static string Number(JsonDocument result, string name) => result.RootElement.GetProperty(name).GetDouble().ToString("0.0", CultureInfo.InvariantCulture);

    private static string At(List<double> sorted, double share) =>
        sorted.Count == 0 ? "-" : sorted[(int)(share * (sorted.Count - 1))].ToString("0.0", CultureInfo.InvariantCulture);
}
