using System.Security.Cryptography;
using System.Text.Json;
using EdgeGateway.Benchmarks.Store;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.EndToEnd.Store;

/// <summary>Opens a store that was left behind and holds it against what was acknowledged.</summary>
internal static class CrashedStore
{
    /// <returns>How many rows were compared.</returns>
    public static Task<int> VerifyAsync(string folder, IReadOnlyDictionary<long, string> acknowledged, bool everyFile) =>
        VerifyAsync(folder, acknowledged, [], [], everyFile);

    /// <summary>Offers what was refused again first, as a device does.</summary>
    /// <returns>How many rows were compared.</returns>
    public static Task<int> VerifyAsync(string folder, Said said, bool everyFile) =>
        VerifyAsync(folder, said.Acknowledged, said.Known, said.Refused, everyFile);

    private static async Task<int> VerifyAsync(
        string folder, IReadOnlyDictionary<long, string> acknowledged, IEnumerable<string> known, IEnumerable<string> repeats, bool everyFile)
    {
        await using SqliteReadingStore store = Open(folder);
        string[] before = [.. All(store).Select(TextOf)];
        Assert.Empty(known.Except(before));
        List<string> repeated = [.. repeats];
        await Task.WhenAll(repeated.Select(text => store.AppendAsync(CrashSample.Reading(text), default).AsTask()));
        Dictionary<long, StoredReading> stored = All(store).ToDictionary(static reading => reading.Seq);
        StoreStatus status = store.Status();

        Assert.Equal(Enumerable.Range(1, (int)status.SeqHead).Select(static seq => (long)seq), stored.Keys.Order());
        Assert.Equal(status.SeqHead, status.Waiting.Sum());
        Assert.Equal(0, status.MediaMissing);
        foreach ((long seq, string text) in acknowledged)
        {
            Assert.True(stored.TryGetValue(seq, out StoredReading? reading), $"{seq} ({text}) was acknowledged and is gone");
            Assert.Equal(text, TextOf(reading));
        }

        HashSet<string> texts = [];
        Assert.All(stored.Values, reading => Assert.True(texts.Add(TextOf(reading)), $"{TextOf(reading)} is there twice"));
        Assert.Empty(repeated.Except(texts));
        VerifyFiles(store, stored.Values.Select(reading => Verified(reading, status.Epoch)), DeclaredGone(folder), everyFile);
        return stored.Count;
    }

    public static SqliteReadingStore Open(string folder) => SqliteReadingStore.Open(
        new StoreOptions { Folder = folder, Gateway = "gw-crash" }, TimeProvider.System, new Random(1), NullLogger<SqliteReadingStore>.Instance);

    private static IEnumerable<StoredReading> All(SqliteReadingStore store) =>
        new[] { Lane.Alarm, Lane.Event, Lane.Telemetry }.SelectMany(lane => store.Read(lane, 0, 10_000_000));

    /// <returns>What the row was made from, after comparing it byte by byte; rows nobody was told of are held to the same.</returns>
    private static PendingReading Verified(StoredReading stored, string epoch)
    {
        PendingReading made = CrashSample.Reading(TextOf(stored));
        Assert.Equal(ReadingEnvelope.Compose("gw-crash", epoch, stored.Seq, made.Tail.Span), stored.Payload.ToArray());
        Assert.Equal((made.Lane, made.Device, made.Kind), (stored.Lane, stored.Device, stored.Kind));
        return made;
    }

    /// <returns>Pictures for which there was no room: pictures go before facts, and each is counted in a gap.</returns>
    private static long DeclaredGone(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "store.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT coalesce(sum(count), 0) FROM gap WHERE lane=3 AND cause='disk-full'";
        return (long)command.ExecuteScalar()!;
    }

    private static void VerifyFiles(SqliteReadingStore store, IEnumerable<PendingReading> readings, long gone, bool everyFile)
    {
        HashSet<string> waiting = [.. store.Pending(0, 10_000_000).Select(static media => media.Sha256)];
        List<Attachment> files = [.. readings.SelectMany(static reading => reading.Attachments).DistinctBy(static file => file.Sha256)];
        Assert.Empty(waiting.Except(files.Select(static file => file.Sha256)));
        Assert.Equal(files.Count, waiting.Count + gone);
        files.RemoveAll(file => !waiting.Contains(file.Sha256));
        foreach (Attachment file in everyFile ? files : files.TakeLast(100))
        {
            using Stream? bytes = store.Open(file.Sha256);
            Assert.NotNull(bytes);
            Assert.Equal(file.Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
    }

    private static string TextOf(StoredReading reading) =>
        JsonDocument.Parse(reading.Payload).RootElement.GetProperty("data").GetProperty("text").GetString()!;
}
