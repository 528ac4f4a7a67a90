using System.Diagnostics;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Benchmarks.Store;

/// <summary>What a row costs, in and out, with 800-byte readings.</summary>
public static class StoreBenchmark
{
    private const int Rows = 400_000;
    private const int Page = 500;

    public static async Task<int> RunAsync(TextWriter output)
    {
        string folder = Path.Combine(Path.GetTempPath(), "edgebench-store-" + Guid.NewGuid().ToString("n"));
        try
        {
            await MeasureAsync(folder, output);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string folder, TextWriter output)
    {
        await using (SqliteReadingStore store = Open(folder))
        {
            await Measure(output, "warm-up, 64 callers", 20_000, () => AppendAsync(store, 64, 20_000));
            await DrainAsync(store);
            await Measure(output, "one caller", 2_000, () => AppendAsync(store, 1, 2_000));
            await Measure(output, "append, 64 callers", Rows, () => AppendAsync(store, 64, Rows));
            await Measure(output, "append, 1000 callers", Rows, () => AppendAsync(store, 1000, Rows));
            await Measure(output, "read and settle by 500", Rows + Rows + 2_000, () => DrainAsync(store));
            await Measure(output, "append, 1000 callers", 1_000_000, () => AppendAsync(store, 1000, 1_000_000));
            await DrainAsync(store);
            await Measure(output, "append, 64 callers, and drain at once", Rows, () => BothAsync(store));
            await Measure(output, "append 1,000,000", 1_000_000, () => AppendAsync(store, 1000, 1_000_000));
        }

        await ReopenAsync(folder, output);
        await FilesAsync(folder, output);
    }

    private static async Task ReopenAsync(string folder, TextWriter output)
    {
        long before = Environment.WorkingSet;
        var watch = Stopwatch.StartNew();
        await using SqliteReadingStore store = Open(folder);
        StoreStatus status = store.Status();
        await output.WriteLineAsync(FormattableString.Invariant(
            $"open with {status.Waiting.Sum():N0} readings: {watch.ElapsedMilliseconds} ms; working set {before >> 20} -> {Environment.WorkingSet >> 20} MiB"));
    }

    private static async Task FilesAsync(string folder, TextWriter output)
    {
        await using SqliteReadingStore store = Open(folder);
        var random = new Random(1);
        Attachment[] files = [.. Enumerable.Range(0, 600).Select(_ => File(random))];
        await Measure(output, "append with a 200 kB file, 32 callers", files.Length, () => Task.WhenAll(Enumerable.Range(0, 32).Select(async caller =>
        {
            for (int i = caller; i < files.Length; i += 32)
            {
                await store.AppendAsync(Sample() with { Attachments = [files[i]] }, default);
            }
        })));
    }

    private static Attachment File(Random random)
    {
        var content = new byte[200_000];
        random.NextBytes(content);
        return Attachment.Of(content, "image/jpeg");
    }

    private static PendingReading Sample() => new()
    {
        Lane = Lane.Event,
        Device = "cam-03",
        Kind = "plate.read",
        Received = DateTimeOffset.UnixEpoch,
        Tail = new byte[680],
    };

    private static Task AppendAsync(SqliteReadingStore store, int callers, int rows)
    {
        PendingReading sample = Sample();
        return Task.WhenAll(Enumerable.Range(0, callers).Select(async caller =>
        {
            for (int i = caller; i < rows; i += callers)
            {
                await store.AppendAsync(sample, default).ConfigureAwait(false);
            }
        }));
    }

    private static async Task BothAsync(SqliteReadingStore store)
    {
        Task append = AppendAsync(store, 64, Rows);
        while (!append.IsCompleted)
        {
            await DrainAsync(store);
            await Task.WhenAny(append, store.WaitAsync(Lane.Event, 0, default));
        }

        await DrainAsync(store);
    }

    private static async Task DrainAsync(SqliteReadingStore store)
    {
        long after = 0;
        while (true)
        {
            IReadOnlyList<StoredReading> page = store.Read(Lane.Event, after, Page);
            if (page.Count == 0)
            {
                return;
            }

            after = page[^1].Position;
            await store.SettleAsync([.. page.Select(static reading => new Settlement(reading.Position))], default).ConfigureAwait(false);
        }
    }

    private static async Task Measure(TextWriter output, string what, int rows, Func<Task> work)
    {
        TimeSpan cpu = Process.GetCurrentProcess().TotalProcessorTime;
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        await work();
        double seconds = watch.Elapsed.TotalSeconds;
        double used = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds;
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        await output.WriteLineAsync(FormattableString.Invariant(
            $"{what,-40} {rows / seconds,9:N0}/s {used * 1e9 / rows,9:N0} ns CPU/row {(double)allocated / rows,9:N0} B/row"));
    }

    private static SqliteReadingStore Open(string folder) => SqliteReadingStore.Open(
        new StoreOptions { Folder = folder, Gateway = "gz-baiyun-01" }, TimeProvider.System, new Random(1), NullLogger<SqliteReadingStore>.Instance);
}
