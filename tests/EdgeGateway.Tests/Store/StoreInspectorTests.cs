using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using static EdgeGateway.Tests.Store.StoreSamples;

namespace EdgeGateway.Tests.Store;

public sealed class StoreInspectorTests : IDisposable
{
    private readonly StoreBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Look_WhileTheStoreIsOpen_GivesItsFigures()
    {
        await using SqliteReadingStore store = _bench.Open();
        await FillAsync(store);

        Assert.Equivalent(store.Status(), StoreInspector.Look(_bench.Folder), strict: true);
    }

    [Fact]
    public async Task Look_AfterTheStoreWasClosed_GivesItsFigures()
    {
        StoreStatus status;
        await using (SqliteReadingStore store = _bench.Open())
        {
            await FillAsync(store);
            status = store.Status();
        }

        Assert.Equivalent(status, StoreInspector.Look(_bench.Folder), strict: true);
        await using SqliteReadingStore again = _bench.Open();
        Assert.Equivalent(status, again.Status(), strict: true);
    }

    [Fact]
    public async Task Look_AfterACrash_GivesItsFigures()
    {
        using var copy = new StoreBench();
        StoreStatus status;
        await using (SqliteReadingStore store = _bench.Open())
        {
            await FillAsync(store);
            status = store.Status();
            Directory.CreateDirectory(copy.Folder);
            foreach (string name in new[] { "store.db", "store.db-wal" })
            {
                System.IO.File.Copy(Path.Combine(_bench.Folder, name), Path.Combine(copy.Folder, name));
            }
        }

        Assert.Equivalent(status, StoreInspector.Look(copy.Folder), strict: true);
    }

    [Fact]
    public void Look_NoStore_NamesTheFolder()
    {
        StoreOpenException refusal = Assert.Throws<StoreOpenException>(() => StoreInspector.Look(_bench.Folder));

        Assert.Contains(_bench.Folder, refusal.Message, StringComparison.Ordinal);
    }

    private static async Task FillAsync(SqliteReadingStore store)
    {
        await store.AppendAsync(Reading(1, attachments: File(1)), default);
        await store.AppendAsync(Reading(2, Lane.Alarm), default);
        await store.AppendAsync(Reading(3), default);
        await store.SettleAsync([new(3, "too large")], default);
    }
}
