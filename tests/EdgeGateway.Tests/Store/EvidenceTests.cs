using System.Text.Json;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using EdgeGateway.Store.Evidence;
using Microsoft.Data.Sqlite;
using static EdgeGateway.Tests.Store.StoreSamples;

namespace EdgeGateway.Tests.Store;

public sealed class EvidenceTests : IDisposable
{
    private readonly StoreBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Verify_PicturesDeliveredAndWaitingOverTwoRuns_OneUnbrokenChain()
    {
        await TakeAsync(1, 20);
        await using (SqliteReadingStore store = _bench.Open())
        {
            IReadOnlyList<StoredReading> some = store.Read(Lane.Event, 0, 10);
            await store.SettleAsync([.. some.Select(static reading => new Settlement(reading.Position))], CancellationToken.None);
        }

        await TakeAsync(21, 30);

        StoreVerdict verdict = StoreVerifier.Verify(_bench.Folder);
        Assert.Null(verdict.BrokenLink);
        Assert.Equal(30, verdict.Links);
    }

    [Fact]
    public async Task Verify_ReadingsWithoutAnythingToProve_HaveNoLinks()
    {
        await using (SqliteReadingStore store = _bench.Open())
        {
            await store.AppendAsync(Reading(1), CancellationToken.None);
        }

        Assert.Equal(0, StoreVerifier.Verify(_bench.Folder).Links);
    }

    [Theory]
    [InlineData("UPDATE evidence SET about=replace(about, 'plate.read', 'plate.rood') WHERE number=7", "link 7 ")]
    [InlineData("UPDATE evidence SET hash=zeroblob(32) WHERE number=7", "link 7 ")]
    [InlineData("DELETE FROM evidence WHERE number IN (7, 8)", "link 9 ")]
    [InlineData("UPDATE evidence SET number=number+100 WHERE number=20", "link 120 ")]
    [InlineData("UPDATE evidence SET about=about || ' ' || hex(randomblob(32)) WHERE number=1", "link 1 ")]
    public async Task Verify_OneLinkTamperedWith_NamesTheFirstBrokenOne(string tampering, string named)
    {
        await TakeAsync(1, 20);
        Execute(tampering);

        Assert.StartsWith(named, StoreVerifier.Verify(_bench.Folder).BrokenLink, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_LinkForgedWithItsOwnRightHash_TheNextOneDoesNotFollow()
    {
        await TakeAsync(1, 20);
        const string Forged = "00000000:7 cam-1 plate.read 00";
        byte[] previous = (byte[])Ask("SELECT hash FROM evidence WHERE number=6");
        Execute("UPDATE evidence SET about=$about, hash=$hash, position=1000 WHERE number=7",
            ("$about", Forged), ("$hash", EvidenceLink.HashOf(previous, 7, System.Text.Encoding.UTF8.GetBytes(Forged))));

        Assert.StartsWith("link 8 ", StoreVerifier.Verify(_bench.Folder).BrokenLink, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_WaitingReadingRewrittenTogetherWithItsChecksum_ItsLinkIsNamed()
    {
        await TakeAsync(1, 20);
        byte[] payload = (byte[])Ask("SELECT payload FROM reading WHERE position=5");
        payload[^3] ^= 1;
        Execute("UPDATE reading SET payload=$payload WHERE position=5", ("$payload", payload));

        StoreVerdict verdict = StoreVerifier.Verify(_bench.Folder);
        Assert.StartsWith("link 5 ", verdict.BrokenLink, StringComparison.Ordinal);
        Assert.EndsWith("its reading is not what it was", verdict.BrokenLink, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_CrashAtAnyInstant_ChainAndReadingsAgree()
    {
        await using SqliteReadingStore store = _bench.Open();
        for (int i = 1; i <= 10; i++)
        {
            await store.AppendAsync(Reading(i, attachments: File(i, 100)), CancellationToken.None);
            using StoreBench crashed = _bench.Crashed();
            StoreVerdict verdict = StoreVerifier.Verify(crashed.Folder);
            Assert.Null(verdict.BrokenLink);
            Assert.Equal(verdict.Rows, verdict.Links);
            Assert.Equal(i, verdict.Links);
        }
    }

    [Fact]
    public async Task Open_DamagedStore_TheChainIsCarriedOverAndGoesOn()
    {
        await TakeAsync(1, 20);
        Execute("UPDATE reading SET payload=zeroblob(10) WHERE position=5");

        await using (SqliteReadingStore store = _bench.Open())
        {
            // The walk finds what the start does not look at; the next opening salvages.
            await store.CheckAsync(CancellationToken.None);
            Assert.True(store.Damaged.IsCompleted);
        }

        await TakeAsync(21, 30);

        StoreVerdict verdict = StoreVerifier.Verify(_bench.Folder);
        Assert.Null(verdict.BrokenLink);
        Assert.InRange(verdict.Links, 31, 33);
    }

    [Fact]
    public async Task Keep_MoreThanTheQuota_TheFrontGoesAndTheRestIsProved()
    {
        await using (SqliteReadingStore store = _bench.Open(static options => options with { Evidence = new EvidenceRule(TimeSpan.FromDays(90), 320 * 100) }))
        {
            await Task.WhenAll(Enumerable.Range(1, 2500).Select(i => store.AppendAsync(Reading(i, attachments: File(1, 100)), CancellationToken.None).AsTask()));
            await _bench.PassAsync(store, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1));
        }

        StoreVerdict verdict = StoreVerifier.Verify(_bench.Folder);
        Assert.Null(verdict.BrokenLink);
        Assert.InRange(verdict.Links, 100, 1_100);
    }

    [Fact]
    public async Task Keep_OlderThanItsTime_TheFrontGoes()
    {
        await using (SqliteReadingStore store = _bench.Open(static options => options with { Evidence = new EvidenceRule(TimeSpan.FromDays(1), 1 << 30) }))
        {
            await Task.WhenAll(Enumerable.Range(1, 1500).Select(i => store.AppendAsync(Reading(i, attachments: File(1, 100)), CancellationToken.None).AsTask()));
            await _bench.PassAsync(store, TimeSpan.FromHours(20), TimeSpan.FromHours(1));
            Assert.True(Links() >= 1500);
            await _bench.PassAsync(store, TimeSpan.FromHours(6), TimeSpan.FromMinutes(30));
        }

        StoreVerdict verdict = StoreVerifier.Verify(_bench.Folder);
        Assert.Null(verdict.BrokenLink);
        Assert.InRange(verdict.Links, 1, 1_000);
    }

    [Fact]
    public async Task Heads_AnHourWithPictures_ThePlatformIsToldOnceWhereTheChainStands()
    {
        await using SqliteReadingStore store = _bench.Open();
        await store.AppendAsync(Reading(1, attachments: File(1, 100)), CancellationToken.None);
        await _bench.PassAsync(store, TimeSpan.FromHours(5), TimeSpan.FromMinutes(5));

        JsonElement told = Assert.Single(store.Read(Lane.Event, 0, 100).Where(static reading => reading.Kind == "audit").Select(static reading => JsonDocument.Parse(reading.Payload).RootElement.GetProperty("data")));
        Assert.Equal("evidence.head", told.GetProperty("what").GetString());
        Assert.Equal(1, told.GetProperty("link").GetInt64());
        Assert.Equal(Convert.ToHexStringLower((byte[])Ask("SELECT hash FROM evidence WHERE number=1")), told.GetProperty("linkHash").GetString());
    }

    private async Task TakeAsync(int first, int last)
    {
        await using SqliteReadingStore store = _bench.Open();
        for (int i = first; i <= last; i++)
        {
            await store.AppendAsync(Reading(i, attachments: [File(i, 100), File(i + 1000, 100)]), CancellationToken.None);
        }
    }

    private long Links() => (long)Ask("SELECT count(*) FROM evidence");

    private object Ask(string sql)
    {
        using SqliteCommand command = Command(sql);
        object value = command.ExecuteScalar()!;
        command.Connection!.Dispose();
        return value;
    }

    private void Execute(string sql, params (string Name, object Value)[] parameters)
    {
        using SqliteCommand command = Command(sql);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
        command.Connection!.Dispose();
    }

    private SqliteCommand Command(string sql)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_bench.Folder, "store.db")};Pooling=False");
        connection.Open();
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
