using System.Security.Cryptography;
using System.Text.Json;
using EdgeGateway.Benchmarks.Store;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.EndToEnd.Store;

/// <summary>Opens a store that was left behind and holds it against what was acknowledged.</summary>
internal static class CrashedStore
{
    /// <returns>How many rows were compared.</returns>
    public static Task<int> VerifyAsync(string folder, IReadOnlyDictionary<long, string> acknowledged, bool everyFile) =>
        VerifyAsync(folder, acknowledged, [], everyFile);

    /// <param name="folder">Folder of the store.</param>
    /// <param name="acknowledged">Texts by number.</param>
    /// <param name="repeats">Texts that are offered again first, as a device does with what was refused; whatever the answer, they must be there.</param>
    /// <param name="everyFile">False to compare the last hundred files only.</param>
    /// <returns>How many rows were compared.</returns>
    public static async Task<int> VerifyAsync(
        string folder, IReadOnlyDictionary<long, string> acknowledged, IEnumerable<string> repeats, bool everyFile)
    {
        await using SqliteReadingStore store = Open(folder);
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
        VerifyFiles(store, stored.Values.Select(reading => Verified(reading, status.Epoch)), everyFile);
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

    private static void VerifyFiles(SqliteReadingStore store, IEnumerable<PendingReading> readings, bool everyFile)
    {
        HashSet<string> waiting = [.. store.Pending(0, 10_000_000).Select(static media => media.Sha256)];
        List<Attachment> files = [.. readings.SelectMany(static reading => reading.Attachments).DistinctBy(static file => file.Sha256)];
        Assert.Equal(files.Select(static file => file.Sha256).Order(), waiting.Order());
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
