using System.Globalization;
using System.Text;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using static EdgeGateway.Tests.Store.StoreSamples;

namespace EdgeGateway.Tests.Store.Recovery;

/// <summary>
/// A store as SIGKILL leaves it, with a log that is half folded back, and the truth about it: what waits, what is
/// settled, which pictures wait. Copied for every case.
/// </summary>
public sealed class DamagedSample : IAsyncLifetime
{
    public const int Count = 900;
    public const int Pictures = 12;

    private readonly StoreBench _bench = new();

    /// <summary>Payload of every reading ever given, by number.</summary>
    public Dictionary<long, byte[]> Given { get; } = [];

    /// <summary>Numbers that wait, by lane.</summary>
    public Dictionary<long, Lane> Waiting { get; } = [];

    public HashSet<long> Parked { get; } = [];

    public HashSet<string> Files { get; } = [];

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "edgegateway-sample-" + Guid.NewGuid().ToString("n"));

    public async Task InitializeAsync()
    {
        await using SqliteReadingStore store = _bench.Open();
        for (int number = 1; number <= Count; number += 30)
        {
            await Task.WhenAll(Enumerable.Range(number, 30).Select(n => AppendAsync(store, n)));
            if (number % 300 == 271)
            {
                FoldLog();
            }
        }

        await SettleAsync(store);
        await store.RememberAsync("uplink.connection", "41", default);
        Files.UnionWith(store.Pending(0, 1000).Select(static file => file.Sha256));
        Copy(_bench.Folder, Folder);
    }

    public Task DisposeAsync()
    {
        _bench.Dispose();
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    public static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(static f => !f.EndsWith(".lock", StringComparison.Ordinal) && !f.EndsWith("-shm", StringComparison.Ordinal)))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            System.IO.File.Copy(file, copy);
        }
    }

    /// <summary>Some rows are long enough to spill over several pages.</summary>
    public static PendingReading Made(int number)
    {
        string filler = new((char)('a' + (number % 26)), number % 40 == 7 ? 9000 : 200 + (number % 90));
        return Reading(number, (Lane)(number % 3), (UInt128)number, number % (Count / Pictures) == 5 ? [StoreSamples.File(number)] : []) with
        {
            Tail = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\"data\":{{\"number\":{number},\"text\":\"{filler}\"}}}}")),
        };
    }

    private async Task AppendAsync(SqliteReadingStore store, int number)
    {
        PendingReading made = Made(number);
        Appended appended = await store.AppendAsync(made, default);
        lock (Given)
        {
            Given.Add(appended.Seq, ReadingEnvelope.Compose("gw-test", appended.Epoch, appended.Seq, made.Tail.Span));
            Waiting.Add(appended.Seq, made.Lane);
        }
    }

    private async Task SettleAsync(SqliteReadingStore store)
    {
        await store.SettleAsync([new Settlement(20, 160), .. Enumerable.Range(0, 20).Select(static n => new Settlement(400 + (3 * n)))], default);
        await store.SettleAsync([new Settlement(500, "too large"), new Settlement(501, "too large")], default);
        Parked.UnionWith([500, 501]);
        foreach (long seq in Waiting.Keys.Where(Settled).ToList())
        {
            Waiting.Remove(seq);
        }
    }

    private static bool Settled(long seq) =>
        seq is >= 20 and <= 160 || (seq is >= 400 and < 460 && (seq - 400) % 3 == 0) || seq is 500 or 501;

    /// <summary>What another process does that looks in: it folds the log back, as the store itself does every 16 MiB.</summary>
    private void FoldLog()
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_bench.Folder, "store.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        command.ExecuteNonQuery();
    }
}
