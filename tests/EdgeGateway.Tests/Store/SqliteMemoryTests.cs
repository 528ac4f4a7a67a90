using EdgeGateway.Store;
using EdgeGateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using static EdgeGateway.Tests.Store.StoreSamples;

namespace EdgeGateway.Tests.Store;

/// <summary>What a store remembers beside its readings: native keys and small facts.</summary>
public sealed class SqliteMemoryTests : IDisposable
{
    private readonly StoreBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Append_KeyOfAnEarlierRun_IsADuplicate()
    {
        await WithStoreAsync(static store => store.AppendAsync(Reading(1, key: 42), default).AsTask());

        await WithStoreAsync(static async store =>
        {
            Assert.True((await store.AppendAsync(Reading(2, key: 42), default)).Duplicate);
            Assert.Equal(1, store.Status().SeqHead);
        });
    }

    [Fact]
    public async Task Append_KeyOlderThanKept_IsNew()
    {
        await WithStoreAsync(async store =>
        {
            await store.AppendAsync(Reading(1, key: 42), default);
            _bench.Time.Advance(TimeSpan.FromHours(23));
            Assert.True((await store.AppendAsync(Reading(2, key: 42), default)).Duplicate);
            _bench.Time.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));
            Assert.False((await store.AppendAsync(Reading(3, key: 42), default)).Duplicate);
        });
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    public async Task Append_ClockJumpsBetweenRuns_KeyIsStillADuplicate(int days)
    {
        await WithStoreAsync(static store => store.AppendAsync(Reading(1, key: 42), default).AsTask());

        await using SqliteReadingStore store = SqliteReadingStore.Open(
            _bench.Options, new FakeTimeProvider(_bench.Time.GetUtcNow().AddDays(days)), new Random(1), NullLogger<SqliteReadingStore>.Instance);

        Assert.True((await store.AppendAsync(Reading(2, key: 42), default)).Duplicate);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    public async Task Append_ClockJumpsWhileRunning_KeyIsStillADuplicate(int days) => await WithStoreAsync(async store =>
    {
        await store.AppendAsync(Reading(1, key: 42), default);
        _bench.Time.JumpWallClock(TimeSpan.FromDays(days));
        await store.AppendAsync(Reading(2, key: 43), default);

        Assert.True((await store.AppendAsync(Reading(1, key: 42), default)).Duplicate);
        Assert.True((await store.AppendAsync(Reading(2, key: 43), default)).Duplicate);
    });

    [Fact]
    public async Task Append_KeyOlderThanKeptOverTwoRuns_IsNew()
    {
        await WithStoreAsync(async store =>
        {
            await store.AppendAsync(Reading(1, key: 42), default);
            _bench.Time.Advance(TimeSpan.FromHours(20));
            await store.AppendAsync(Reading(2, key: 43), default);
        });

        await WithStoreAsync(async store =>
        {
            _bench.Time.Advance(TimeSpan.FromHours(4) + TimeSpan.FromSeconds(2));
            Assert.True((await store.AppendAsync(Reading(4, key: 43), default)).Duplicate);
            Assert.False((await store.AppendAsync(Reading(3, key: 42), default)).Duplicate);
        });
    }

    [Fact]
    public async Task Append_MoreKeysThanKept_ForgetsTheOldestAlsoOnDisk()
    {
        await WithStoreAsync(static store => AppendKeysAsync(store, 1, 30), dedupeMost: 10);

        await WithStoreAsync(
            static async store =>
            {
                Assert.True((await store.AppendAsync(Reading(1, key: 30), default)).Duplicate);
                Assert.True((await store.AppendAsync(Reading(1, key: 21), default)).Duplicate);
                Assert.False((await store.AppendAsync(Reading(1, key: 20), default)).Duplicate);
                Assert.False((await store.AppendAsync(Reading(1, key: 21), default)).Duplicate);
            },
            dedupeMost: 10);
    }

    [Fact]
    public async Task Append_ManyRunsWithKeys_NumbersTheirRowsOn()
    {
        for (int run = 0; run < 4; run++)
        {
            await WithStoreAsync(store => AppendKeysAsync(store, 1 + (run * 15), 15 + (run * 15)), dedupeMost: 10);
        }

        await WithStoreAsync(
            static async store => Assert.True((await store.AppendAsync(Reading(1, key: 51), default)).Duplicate), dedupeMost: 10);
    }

    [Fact]
    public async Task Remember_ThenReopen_IsRecalled()
    {
        await WithStoreAsync(static async store =>
        {
            Assert.Null(store.Recall("connection"));
            await store.RememberAsync("connection", "1", default);
            await store.RememberAsync("connection", "2", default);
            Assert.Equal("2", store.Recall("connection"));
        });

        await WithStoreAsync(static store =>
        {
            Assert.Equal("2", store.Recall("connection"));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Epoch_SameFolder_Stays()
    {
        string first = "";
        await WithStoreAsync(store => Task.FromResult(first = store.Status().Epoch));

        await using SqliteReadingStore again = SqliteReadingStore.Open(
            _bench.Options, _bench.Time, new Random(2), Microsoft.Extensions.Logging.Abstractions.NullLogger<SqliteReadingStore>.Instance);

        Assert.Equal(first, again.Status().Epoch);
    }

    private static async Task AppendKeysAsync(SqliteReadingStore store, int from, int to)
    {
        for (int key = from; key <= to; key++)
        {
            await store.AppendAsync(Reading(key, key: (UInt128)key), default);
        }
    }

    private async Task WithStoreAsync(Func<SqliteReadingStore, Task> use, int dedupeMost = 300_000)
    {
        await using SqliteReadingStore store = _bench.Open(options => options with { DedupeMost = dedupeMost });
        await use(store);
    }
}
