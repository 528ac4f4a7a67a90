using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;

namespace EdgeGateway.Tests.Store.Recovery;

public sealed class SalvageTests(DamagedSample sample) : IClassFixture<DamagedSample>, IAsyncLifetime
{
    private readonly StoreBench _bench = new();

    public Task InitializeAsync()
    {
        DamagedSample.Copy(sample.Folder, _bench.Folder);
        return Task.CompletedTask;
    }

    public Task DisposeAsync()
    {
        _bench.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Open_LogGone_ReportsWhatItHeldAndGivesNoNumberTwice()
    {
        File.Delete(At("store.db-wal"));

        await using SqliteReadingStore store = _bench.Open();

        JsonElement report = Own(store, "store.recovered");
        Assert.Equal("commits-lost", report.GetProperty("cause").GetString());
        Assert.Equal(DamagedSample.Count, report.GetProperty("fromEpochHead").GetInt64());
        Assert.Equal(DamagedSample.Count, store.Status().Epochs[^1].Base);
        Assert.Equal(store.Status().Epochs[0].Epoch, report.GetProperty("fromEpoch").GetString());
        Assert.True(File.Exists(Path.Combine(_bench.Folder, report.GetProperty("setAside").GetString()!, "store.db")));
    }

    [Fact]
    public async Task Open_DatabaseGone_LosesWhatTheLogDoesNotHold()
    {
        File.Delete(At("store.db"));

        await using SqliteReadingStore store = _bench.Open();

        JsonElement report = Own(store, "store.recovered");
        long recovered = report.GetProperty("recovered").GetInt64();
        Assert.InRange(recovered, 1, sample.Waiting.Count - 1);
        Assert.Equal(sample.Waiting.Count, recovered + report.GetProperty("lost").GetInt64());
    }

    [Theory]
    [InlineData("store.mark")]
    [InlineData("store.lock")]
    public async Task Open_SmallFileGone_IsNoDamage(string name)
    {
        File.Delete(At(name));

        Assert.Equal("", await HealedStore.JudgeAsync(sample, _bench));
        Assert.False(Directory.Exists(At("damaged")));
    }

    [Fact]
    public async Task Open_AfterACrashInTheMiddleOfASalvage_DoesItAgain()
    {
        File.Delete(At("store.db-wal"));
        string[] before = Directory.GetFiles(_bench.Folder);
        await using (_bench.Open())
        {
        }

        string aside = Path.GetFileName(Directory.GetDirectories(At("damaged")).Single());
        File.WriteAllText(At("store.salvage"), aside);
        File.Delete(At("store.db"));
        File.WriteAllText(At("store.new"), "half a store");
        File.Delete(At("store.mark"));

        await using SqliteReadingStore store = _bench.Open();

        Assert.Equal("damaged/" + aside, Own(store, "store.recovered").GetProperty("setAside").GetString());
        Assert.False(File.Exists(At("store.salvage")));
        Assert.False(File.Exists(At("store.new")));
        Assert.NotEmpty(before);
    }

    [Fact]
    public async Task Read_RowHit_IsNeverDeliveredAndStopsTheStore()
    {
        await using (SqliteReadingStore clean = _bench.Open())
        {
        }

        byte[] bytes = File.ReadAllBytes(At("store.db"));
        int at = bytes.AsSpan().IndexOf("\"number\":301,"u8);
        bytes[at + 20] ^= 1;
        File.WriteAllBytes(At("store.db"), bytes);

        await using (SqliteReadingStore store = _bench.Open())
        {
            IReadOnlyList<StoredReading> read = store.Read((Lane)(301 % 3), 0, 10_000);

            Assert.True(store.Damaged.IsCompleted);
            Assert.DoesNotContain(read, static reading => reading.Seq >= 301);
            await Assert.ThrowsAsync<StoreRefusedException>(async () => await store.AppendAsync(DamagedSample.Made(5000), default));
            using var soon = new CancellationTokenSource(200);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.WaitAsync(Lane.Event, 0, soon.Token));
        }

        await using SqliteReadingStore healed = _bench.Open();
        Assert.Equal((1, 301), (Own(healed, "store.recovered").GetProperty("lost").GetInt64(), Own(healed, "gap").GetProperty("fromSeq").GetInt64()));
    }

    [Fact]
    public async Task Open_NewerFormat_IsRefusedAndNotTouched()
    {
        Execute("UPDATE meta SET value='6' WHERE name='schema'; PRAGMA application_id=6");

        Assert.Contains("format 6", Assert.Throws<StoreOpenException>(() => _bench.Open()).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(At("damaged")));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Open_KeyOfASalvagedStore_IsStillADuplicate()
    {
        File.WriteAllText(At("store.damaged"), "row-checksum");

        await using SqliteReadingStore store = _bench.Open();

        Assert.True((await store.AppendAsync(DamagedSample.Made(44), default)).Duplicate);
        Assert.Equal(0, Own(store, "store.recovered").GetProperty("lost").GetInt64());
        Assert.False(File.Exists(At("store.damaged")));
    }

    [Fact]
    public async Task Open_FilesThatWaitToBeAskedFor_StillWaitAfterASalvage()
    {
        var (travels, kept) = (StoreSamples.File(9001), StoreSamples.File(9002) with { OnDemand = true });
        await using (SqliteReadingStore before = _bench.Open())
        {
            await before.AppendAsync(StoreSamples.Reading(9000, Lane.Event, (UInt128)9000, travels, kept), default);
        }

        File.WriteAllText(At("store.damaged"), "row-checksum");
        await using SqliteReadingStore store = _bench.Open();

        var files = store.Pending(0, 1000).Where(file => file.Sha256 == travels.Sha256 || file.Sha256 == kept.Sha256).ToDictionary(static file => file.Sha256, static file => file.OnDemand);
        Assert.Equal((2, false, true), (files.Count, files[travels.Sha256], files[kept.Sha256]));
    }

    [Fact]
    public async Task Open_SalvagedFourTimes_KeepsThreeFolders()
    {
        for (int round = 0; round < 4; round++)
        {
            File.WriteAllText(At("store.damaged"), "row-checksum");
            await using SqliteReadingStore store = _bench.Open();
            Assert.Equal(round + 2, store.Status().Epochs.Count);
        }

        Assert.Equal(3, Directory.GetDirectories(At("damaged")).Length);
    }

    private static JsonElement Own(SqliteReadingStore store, string kind) => JsonDocument.Parse(
        store.Read(Lane.Alarm, 0, 100_000).First(reading => reading.Kind == kind).Payload).RootElement.GetProperty("data");

    private string At(string name) => Path.Combine(_bench.Folder, name);

    private void Execute(string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={At("store.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
