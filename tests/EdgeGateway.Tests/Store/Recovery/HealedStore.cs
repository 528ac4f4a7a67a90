using System.Security.Cryptography;
using System.Text.Json;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;

namespace EdgeGateway.Tests.Store.Recovery;

/// <summary>Opens a damaged store, lets it heal, and holds it against the truth.</summary>
internal static class HealedStore
{
    /// <returns>What is wrong; empty when all is accounted for.</returns>
    public static async Task<string> JudgeAsync(DamagedSample truth, StoreBench bench)
    {
        await using SqliteReadingStore store = await HealAsync(bench);
        var wrong = new List<string>();
        List<StoredReading> all = [.. new[] { Lane.Alarm, Lane.Event, Lane.Telemetry }.SelectMany(lane => store.Read(lane, 0, 100_000))];
        List<JsonElement> own = [.. all.Where(static r => r.Device == "gateway").Select(static r => JsonDocument.Parse(r.Payload).RootElement.GetProperty("data"))];
        List<StoredReading> carried = [.. all.Where(static r => r.Device != "gateway")];

        wrong.AddRange(carried.Where(r => !truth.Given.TryGetValue(r.Seq, out byte[]? given) || !given.AsSpan().SequenceEqual(r.Payload.Span)).Select(static r => $"{r.Seq} is altered"));
        long recovered = carried.Count(r => truth.Waiting.ContainsKey(r.Seq));
        List<JsonElement> gaps = [.. own.Where(static d => d.TryGetProperty("cause", out JsonElement cause) && cause.GetString() == "damage" && d.TryGetProperty("count", out _))];
        long lost = gaps.Where(static d => d.GetProperty("lane").GetString() != "media").Sum(static d => d.GetProperty("count").GetInt64());
        // A torn log leaves pages of several instants: what was settled may come once more, and may then be counted as lost too. Never less.
        bool exact = carried.Count == recovered;
        if (exact ? recovered + lost != truth.Waiting.Count : recovered + lost < truth.Waiting.Count)
        {
            wrong.Add($"recovered {recovered} + lost {lost} is not {truth.Waiting.Count}; repeated {carried.Count - recovered}");
        }

        HashSet<long> found = [.. carried.Select(static r => r.Seq)];
        wrong.AddRange(truth.Waiting.Keys.Where(seq => !found.Contains(seq) && !gaps.Any(gap => Covers(gap, seq))).Take(5).Select(static seq => $"{seq} is neither here nor in a gap"));
        await AppendAsync(store, truth, found, wrong);
        Files(store, truth, wrong);
        return string.Join("; ", wrong);
    }

    /// <summary>Starts; walks over everything; starts again for as long as that finds damage.</summary>
    public static async Task<SqliteReadingStore> HealAsync(StoreBench bench)
    {
        for (int start = 0; start < 4; start++)
        {
            SqliteReadingStore store = bench.Open();
            await store.CheckAsync(default);
            if (!store.Damaged.IsCompleted)
            {
                return store;
            }

            await store.DisposeAsync();
        }

        throw new InvalidOperationException("It does not heal.");
    }

    private static bool Covers(JsonElement gap, long seq) =>
        gap.GetProperty("fromSeq").GetInt64() <= seq && seq <= gap.GetProperty("toSeq").GetInt64();

    /// <summary>A number that was given is never given to something else.</summary>
    private static async Task AppendAsync(SqliteReadingStore store, DamagedSample truth, HashSet<long> found, List<string> wrong)
    {
        Appended next = await store.AppendAsync(DamagedSample.Made(100_000), default);
        bool same = store.Status().Epochs.Count == 1;
        if (same && next.Seq <= truth.Given.Count)
        {
            wrong.Add($"{next.Seq} is given twice; {found.Count} are here");
        }

        if (store.Recall("uplink.connection") is { } counter ? long.Parse(counter, System.Globalization.CultureInfo.InvariantCulture) < 41 : store.Recall(IGatewayMemory.Salvaged) is null)
        {
            wrong.Add("the counter went back");
        }
    }

    private static void Files(SqliteReadingStore store, DamagedSample truth, List<string> wrong)
    {
        long whole = 0;
        foreach (StoredMedia file in store.Pending(0, 1000))
        {
            using Stream? content = store.Open(file.Sha256);
            whole += content is not null && Convert.ToHexStringLower(SHA256.HashData(content)) == file.Sha256 ? 1 : 0;
        }

        if (whole + store.Status().MediaMissing != truth.Files.Count)
        {
            wrong.Add($"pictures {whole} + missing {store.Status().MediaMissing} is not {truth.Files.Count}");
        }
    }
}
