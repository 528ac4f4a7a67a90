using System.Text;
using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using EdgeGateway.Store.Parcels;
using Microsoft.Data.Sqlite;

namespace EdgeGateway.Tests.Store.Parcels;

public sealed class KeptParcelsTests : IDisposable
{
    private readonly StoreBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Append_ReadingWithItsRecord_BothAreThereAfterACrash()
    {
        await using SqliteReadingStore store = _bench.Open();
        await store.Parcels.KeepAsync(new ParcelChange(Row(2, 1)));
        await store.AppendAsync(StoreSamples.Reading(1) with { Parcel = new ParcelChange(Row(1, 3, 2, 3, true), Drop: [2]) }, default);

        using StoreBench crashed = _bench.Crashed();
        await using SqliteReadingStore next = crashed.Open();

        Assert.Equal((1, 3, 2, 3, true, "r3"), Shown(Assert.Single(next.Parcels.All())));
        Assert.Single(next.Read(Lane.Event, 0, 10));
    }

    [Fact]
    public async Task Keep_OlderStateBehindANewerOne_LosesNeitherPartsNorVersion()
    {
        await using SqliteReadingStore store = _bench.Open();
        await store.Parcels.KeepAsync(new ParcelChange(Row(1, 4)));
        await store.AppendAsync(StoreSamples.Reading(1) with { Parcel = new ParcelChange(Row(1, 3, 1, 3)) }, default);
        await store.Parcels.KeepAsync(new ParcelChange(Row(1, 5)));

        Assert.Equal((1, 5, 1, 3, false, "r5"), Shown(store.Parcels.Find(1)!));
    }

    [Fact]
    public async Task Forget_Records_AreGone()
    {
        await using SqliteReadingStore store = _bench.Open();
        await store.Parcels.KeepAsync(new ParcelChange(Row(1, 1)));
        await store.Parcels.KeepAsync(new ParcelChange(Row(2, 1)));
        await store.Parcels.ForgetAsync([1]);

        Assert.Equal([2], store.Parcels.All().Select(row => row.Number));
        Assert.Null(store.Parcels.Find(1));
    }

    [Fact]
    public async Task Open_StoreOfTheVersionBefore_IsBroughtUpAndKeepsItsReadings()
    {
        await using (SqliteReadingStore store = _bench.Open())
        {
            await store.AppendAsync(StoreSamples.Reading(1), default);
        }

        Execute("DROP TABLE parcel; UPDATE meta SET value='4' WHERE name='schema'; PRAGMA application_id=4");
        await using SqliteReadingStore upgraded = _bench.Open();
        await upgraded.Parcels.KeepAsync(new ParcelChange(Row(1, 1)));

        Assert.Single(upgraded.Read(Lane.Event, 0, 10));
        Assert.Single(upgraded.Parcels.All());
        Assert.Empty(StoreVerifier.Verify(_bench.Folder).Findings);
        Assert.Equal((1L, 1L), StoreInspector.Look(_bench.Folder).Parcels);
    }

    [Fact]
    public async Task Open_FlippedRecord_IsFoundAndTheOthersAreCarriedOver()
    {
        await using (SqliteReadingStore store = _bench.Open())
        {
            for (int i = 1; i <= 50; i++)
            {
                await store.Parcels.KeepAsync(new ParcelChange(Row(i, i)));
            }
        }

        Execute("UPDATE parcel SET told=told+1 WHERE number=7");
        Assert.Equal(["parcel-checksum"], StoreVerifier.Verify(_bench.Folder).Findings);

        await using SqliteReadingStore healed = _bench.Open();
        Assert.Equal(Enumerable.Range(1, 50).Except([7]).Select(i => (long)i), healed.Parcels.All().Select(row => row.Number));
        Assert.Equal("r50", Encoding.UTF8.GetString(healed.Parcels.Find(50)!.Body.Span));
        Assert.Equal((49, 1), Recovered(healed));
    }

    /// <summary>After a power cut the mark may be older than the database: what was forgotten since is no loss.</summary>
    [Fact]
    public async Task Open_MarkIsOlderThanTheStore_CallsNothingLostThatWasForgotten()
    {
        string mark = Path.Combine(_bench.Folder, "store.mark");
        byte[] older;
        await using (SqliteReadingStore store = _bench.Open())
        {
            for (int i = 1; i <= 10; i++)
            {
                await store.Parcels.KeepAsync(new ParcelChange(Row(i, 1)));
            }

            File.Copy(mark, mark + ".older");
            older = await File.ReadAllBytesAsync(mark + ".older");
            await store.Parcels.ForgetAsync([1, 2, 3, 4, 5, 6, 7, 8]);
        }

        await File.WriteAllBytesAsync(mark, older);
        await File.WriteAllTextAsync(Path.Combine(_bench.Folder, "store.damaged"), "row-checksum");

        await using SqliteReadingStore healed = _bench.Open();
        Assert.Equal((2, 0), Recovered(healed));
    }

    /// <summary>Rows whose page is gone leave nothing that could be counted: how many there were is known from the mark.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_PageOfRecordsIsGone_SaysHowManyAreLost(bool marked)
    {
        const int Kept = 47;
        await using (SqliteReadingStore store = _bench.Open())
        {
            for (int i = 1; i <= 50; i++)
            {
                await store.Parcels.KeepAsync(new ParcelChange(Row(i, 1) with { Body = Encoding.UTF8.GetBytes($"BODY{i:00}" + new string('x', 600)) }));
            }

            await store.AppendAsync(StoreSamples.Reading(1) with { Parcel = new ParcelChange(Row(50, 2), Drop: [48]) }, default);
            await store.Parcels.ForgetAsync([49, 49]);
            await store.Parcels.GiveUpAsync(1, new Loss("gateway", Lane.Event, 1, GapCauses.Damage, null));
        }

        string database = Path.Combine(_bench.Folder, "store.db");
        byte[] bytes = await File.ReadAllBytesAsync(database);
        bytes.AsSpan(bytes.AsSpan().IndexOf("BODY20"u8) / 4096 * 4096, 4096).Clear();
        await File.WriteAllBytesAsync(database, bytes);
        if (!marked)
        {
            File.Delete(Path.Combine(_bench.Folder, "store.mark"));
        }

        await using SqliteReadingStore healed = _bench.Open();

        int here = healed.Parcels.All().Count;
        Assert.InRange(here, 1, Kept - 1);
        Assert.Equal((here, marked ? Kept - here : 0), Recovered(healed));
    }

    [Fact]
    public async Task Find_DamagedWhileOpen_IsDeclaredAndRefused()
    {
        await using SqliteReadingStore store = _bench.Open();
        await store.Parcels.KeepAsync(new ParcelChange(Row(1, 1)));
        Execute("UPDATE parcel SET crc=crc+1");

        Assert.Throws<IOException>(() => store.Parcels.Find(1));
        Assert.Equal("parcel-checksum", await store.Damaged.WaitAsync(TimeSpan.FromSeconds(20)));
        await Assert.ThrowsAsync<StoreRefusedException>(() => store.Parcels.KeepAsync(new ParcelChange(Row(2, 1))));
    }

    private static (long, long) Recovered(SqliteReadingStore store)
    {
        var data = JsonDocument.Parse(store.Read(Lane.Alarm, 0, 100).Single(static reading => reading.Kind == StoreRecoveredBody.KindName).Payload).RootElement.GetProperty("data");
        return (data.GetProperty("parcelsRecovered").GetInt64(), data.GetProperty("parcelsLost").GetInt64());
    }

    private static ParcelRow Row(long number, long revision, int version = 0, long told = 0, bool final = false) =>
        new(number, revision, version, told, final, Encoding.UTF8.GetBytes($"r{revision}"));

    private static (long, long, int, long, bool, string) Shown(ParcelRow row) => (row.Number, row.Revision, row.Version, row.Told, row.Final, Encoding.UTF8.GetString(row.Body.Span));

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_bench.Folder, "store.db")};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
