using System.Diagnostics;
using System.Globalization;
using EdgeGateway.Benchmarks.Gateway;
using EdgeGateway.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Benchmarks.Store;

/// <summary>How long a start takes with a backlog: left by SIGKILL, and damaged.</summary>
public static class StoreStart
{
    public static async Task<int> RunAsync(string count, TextWriter output)
    {
        string folder = Path.Combine(Path.GetTempPath(), "edgebench-start-" + Guid.NewGuid().ToString("n"));
        string killed = folder + "-killed";
        try
        {
            var watch = Stopwatch.StartNew();
            int rows = int.Parse(count, CultureInfo.InvariantCulture);
            await FullStore.FillAsync(folder, "gz-baiyun-01", rows, whileOpen: () => Copy(folder, killed));
            await output.WriteLineAsync(FormattableString.Invariant($"filled with {rows:N0} in {watch.ElapsedMilliseconds} ms"));
            await OpenAsync("start after SIGKILL", killed, output);
            await OpenAsync("start again", killed, output);
            await DamageAsync(killed, output);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            Directory.Delete(killed, recursive: true);
        }
    }

    private static async Task OpenAsync(string what, string folder, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        TimeSpan cpu = Process.GetCurrentProcess().TotalProcessorTime;
        await using SqliteReadingStore store = Open(folder);
        await output.WriteLineAsync(FormattableString.Invariant(
            $"{what}: {watch.ElapsedMilliseconds} ms, CPU {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds:N0} ms, {store.Status().Waiting.Sum():N0} wait, working set {Environment.WorkingSet >> 20} MiB"));
        if (what == "start again")
        {
            watch.Restart();
            (long rows, _) = await store.CheckAsync(default);
            await output.WriteLineAsync(FormattableString.Invariant($"walk over {rows:N0} rows without pauses: {watch.ElapsedMilliseconds} ms"));
        }
    }

    private static async Task DamageAsync(string folder, TextWriter output)
    {
        using (var file = new FileStream(Path.Combine(folder, "store.db"), FileMode.Open, FileAccess.ReadWrite))
        {
            file.Position = file.Length / 2;
            file.Write(new byte[4096]);
        }

        await using (SqliteReadingStore store = Open(folder))
        {
            await store.CheckAsync(default);
            await output.WriteLineAsync($"a page of zeros in the middle is found: {store.Damaged.IsCompleted}");
        }

        await OpenAsync("start with salvage", folder, output);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string name in new[] { "store.db", "store.db-wal", "store.mark" })
        {
            File.Copy(Path.Combine(from, name), Path.Combine(to, name));
        }
    }

    private static SqliteReadingStore Open(string folder) => SqliteReadingStore.Open(
        new StoreOptions { Folder = folder, Gateway = "gz-baiyun-01", Site = "440100000012100001" },
        TimeProvider.System,
        new Random(),
        NullLogger<SqliteReadingStore>.Instance);
}
