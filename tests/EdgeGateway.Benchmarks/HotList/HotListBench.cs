using System.Diagnostics;
using System.Globalization;
using EdgeGateway.Benchmarks.Gateway;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Pipeline.HotList;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Store.HotList;
using EdgeGateway.Telemetry;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Benchmarks.HotList;

/// <summary>(g): a list of a million plates: what it takes, how long a match takes, and how long a hit is on its way.</summary>
internal sealed class HotListBench(int entries, int looks, int passages, TextWriter output)
{
    private const int Rate = 200;

    public static async Task<int> PrintAsync(bool isShort, TextWriter output)
    {
        var bench = new HotListBench(1_000_000, isShort ? 50_000 : 200_000, isShort ? 2_000 : 8_000, output);
        await bench.BookAsync();
        await bench.GatewayAsync();
        return 0;
    }

    private async Task BookAsync()
    {
        string folder = Directory.CreateTempSubdirectory("edgebench-").FullName;
        BigList.Write(folder, entries);
        long file = new FileInfo(Path.Combine(folder, "hotlist", BigList.Origin + ".list")).Length;
        long before = GC.GetTotalMemory(forceFullCollection: true);
        using var book = new HotListBook(new HotListFolder(folder, TimeProvider.System), TimeProvider.System, new FaultCounters(), NullLogger<HotListBook>.Instance);
        var watch = Stopwatch.StartNew();
        book.Start();
        await book.Ready;
        double seconds = watch.Elapsed.TotalSeconds;
        double megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0;
        await RowAsync($"(g) hot list of {book.Count:N0} entries, managed heap", $"{megabytes:0.0} MB", string.Create(CultureInfo.InvariantCulture, $"file {file / 1048576.0:0} MB"));
        await RowAsync("    loaded from disk (in the page cache)", string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s"), "");
        foreach (var (what, plates) in Kinds())
        {
            await MatchAsync(book, what, plates);
        }

        Directory.Delete(folder, recursive: true);
    }

    private IEnumerable<(string What, Func<Random, PlateInfo> Plate)> Kinds()
    {
        yield return ("that is in it", random => Read(BigList.Plate(Any(random, static i => !BigList.IsMask(i)))));
        yield return ("that is not", random => Read(FormattableString.Invariant($"粤C{random.Next(100_000):00000}")));
        yield return ("that is not, eight characters", random => Read(FormattableString.Invariant($"粤BD{random.Next(100_000):00000}")));
        yield return ("similar to one in it", random => Read(Similar(BigList.Plate(Any(random, BigList.IsFuzzy)), random)));
        yield return ("that a mask fits", random => Read(BigList.Plate(Any(random, BigList.IsMask))));
        yield return ("with one unread character", random => Read(BigList.Plate(Any(random, static _ => true)).Remove(4, 1).Insert(4, "?")));
        yield return ("with two unread characters", random => Read(BigList.Plate(Any(random, static _ => true)).Remove(3, 2).Insert(3, "??")));
    }

    private async Task MatchAsync(HotListBook book, string what, Func<Random, PlateInfo> next)
    {
        var random = new Random(5);
        PlateInfo[] plates = [.. Enumerable.Range(0, looks).Select(_ => next(random))];
        var ticks = new long[looks];
        int found = 0;
        int collections = 0;
        for (int round = 0; round < 2; round++)
        {
            found = 0;
            collections = GC.CollectionCount(0);
            for (int i = 0; i < looks; i++)
            {
                long began = Stopwatch.GetTimestamp();
                int hits = book.Find(plates[i]).Count;
                ticks[i] = Stopwatch.GetTimestamp() - began;
                found += hits > 0 ? 1 : 0;
            }

            collections = GC.CollectionCount(0) - collections;
        }

        Array.Sort(ticks);
        await RowAsync($"    match of a plate {what}", $"p50 {Micros(ticks[looks / 2])} us, p99 {Micros(ticks[(int)(looks * 0.99)])} us", string.Create(CultureInfo.InvariantCulture, $"{100.0 * found / looks:0.0} % found something, {collections} collections"));
    }

    private async Task GatewayAsync()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLatency);
        await using var site = new TestSite(broker.Port, cameras: 16);
        BigList.Write(Path.Combine(site.Folder, "store"), entries);
        using var alarms = new CountingSubscriber(broker.Port, "edge/v1/+/+/+/up/alarm/#", measureLatency: true);
        var watch = Stopwatch.StartNew();
        var gateway = site.StartGateway();
        await Wait.UntilAsync(() => gateway.HasExited || site.InboxAnswers(), TimeSpan.FromSeconds(30), () => gateway.Output);
        double listens = watch.Elapsed.TotalSeconds;
        string loaded = gateway.Lines.FirstOrDefault(line => line.Contains("hot lists:", StringComparison.Ordinal)) ?? "not loaded yet";
        await Wait.UntilAsync(() => gateway.HasExited || gateway.Output.Contains("hot lists:", StringComparison.Ordinal), TimeSpan.FromSeconds(60), () => gateway.Output);
        double cpu = ProcessTime.Seconds(gateway.Id);
        await LoadAsync(site, passages / 4);
        await Task.Delay(1500);
        loaded = gateway.Lines.FirstOrDefault(line => line.Contains("hot lists:", StringComparison.Ordinal)) ?? loaded;
        alarms.ForgetLatencies();
        await LoadAsync(site, passages);
        await Task.Delay(2000);
        var sorted = alarms.Latencies.Order().ToList();
        await RowAsync("    gateway process: cameras are answered after", string.Create(CultureInfo.InvariantCulture, $"{listens:0.00} s"), string.Create(CultureInfo.InvariantCulture, $"{loaded[(loaded.LastIndexOf(';') + 1)..].Trim()}, {cpu:0.00} s of CPU since the start"));
        await RowAsync(
            $"    wire to MQTT subscriber of a hit, {Rate} passages/s, {entries:N0} entries", $"p50 {At(sorted, 0.5)} ms, p99 {At(sorted, 0.99)} ms", $"{sorted.Count:N0} hits of {passages:N0} passages");
        await RowAsync("    highest memory of the process", $"{ProcessMemory.Megabytes(gateway.Id, "VmHWM"):0} MB", "");
    }

    private static async Task LoadAsync(TestSite site, int count)
    {
        await using var load = ChildProcess.Start(Binaries.Simulator, [
            "load", "--driver", "hikvision-anpr", "--devices", "16", "--rate", Text(Rate), "--count", Text(count), "--token", "token-of-this-test",
            "--seed", Text(Random.Shared.Next()), "--target", $"http://127.0.0.1:{site.InboxPort}/{{device}}/{{token}}"]);
        int code = await load.ExitAsync(TimeSpan.FromMinutes(5));
        _ = code == 0 ? 0 : throw new InvalidOperationException($"load said (exit {code}): {load.Output}");
    }

    private int Any(Random random, Func<int, bool> which)
    {
        int i;
        do
        {
            i = random.Next(entries);
        }
        while (!which(i));
        return i;
    }

    /// <summary>One or two characters as a camera takes them for others.</summary>
    private static string Similar(string plate, Random random)
    {
        const string From = "0123456789";
        const string To = "D7ZB4S6G3P";
        char[] text = plate.ToCharArray();
        for (int changes = random.Next(1, 3), at = 3; changes > 0 && at < text.Length; at += 2)
        {
            int which = From.IndexOf(text[at], StringComparison.Ordinal);
            if (which >= 0 && which is not (4 or 6))
            {
                text[at] = To[which];
                changes--;
            }
        }

        return new string(text);
    }

    private static PlateInfo Read(string plate) => new() { Raw = plate, Text = plate, Outcome = plate.Contains('?', StringComparison.Ordinal) ? "PARTIAL" : "VALID", Colour = 5 };

    private static string Micros(long ticks) => (1e6 * ticks / Stopwatch.Frequency).ToString("0.0", CultureInfo.InvariantCulture);

    private static string At(List<double> sorted, double share) =>
        sorted.Count == 0 ? "-" : sorted[(int)(share * (sorted.Count - 1))].ToString("0.0", CultureInfo.InvariantCulture);

    private Task RowAsync(string what, string figure, string beside) => output.WriteLineAsync($"| {what} | {figure} | {beside} |");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
