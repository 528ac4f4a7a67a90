using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using EdgeGateway.Store.Retention;
using EdgeGateway.Store.Sqlite;
using static EdgeGateway.Tests.Store.StoreSamples;

namespace EdgeGateway.Tests.Store;

/// <summary>Files that nobody asked for never stand in the way of those that travel, also where these are to be kept.</summary>
public sealed class SqliteUnaskedTests : IAsyncLifetime
{
    private const int FileBytes = 5000;

    private readonly StoreBench _bench = new();
    private SqliteReadingStore _store = null!;

    public Task InitializeAsync()
    {
        _store = _bench.Open(Refusing);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _bench.Dispose();
    }

    [Fact]
    public async Task Refuse_SpoolFullOfWhatNobodyAskedFor_TakesEvidenceUntilItIsFullOfThat()
    {
        await AppendAsync(1, 4, onDemand: true);
        await AppendAsync(5, 8, onDemand: false);

        Assert.Equal([File(5).Sha256, File(6).Sha256, File(7).Sha256, File(8).Sha256], _store.Pending(0, 99).Select(static file => file.Sha256));
        Assert.All(_store.Pending(0, 99), file => Assert.NotNull(_store.Open(file.Sha256)));
        Assert.False(await _store.WantAsync(File(1).Sha256, default));
        await Assert.ThrowsAsync<StoreRefusedException>(() => AppendAsync(9, 9, onDemand: false));
        Assert.Equal((8, 4, 0), (_store.Status().Waiting[1], _store.Status().MediaWaiting, _store.Status().MediaKept));

        await PassAsync();
        Assert.Equal([1L, 2, 3, 4], Gaps().OrderBy(static gap => gap.FromSeq).Select(static gap => gap.FromSeq));
        Assert.All(Gaps(), static gap => Assert.Equal((GapCauses.Unasked, "media", 1L), (gap.Cause, gap.Lane, gap.Count)));
    }

    [Fact]
    public async Task Refuse_AskedForMeanwhile_IsKeptLikeEvidence()
    {
        await AppendAsync(1, 4, onDemand: true);
        Assert.True(await _store.WantAsync(File(1).Sha256, default));

        await AppendAsync(5, 7, onDemand: false);

        await Assert.ThrowsAsync<StoreRefusedException>(() => AppendAsync(8, 8, onDemand: false));
        Assert.NotNull(_store.Open(File(1).Sha256));
    }

    [Fact]
    public async Task Refuse_SpoolFullOfEvidence_AReadingWithWhatNobodyAskedForComesWithoutIt()
    {
        await AppendAsync(1, 4, onDemand: false);

        await AppendAsync(5, 5, onDemand: true);

        Assert.Equal((5, 4, 0), (_store.Status().Waiting[1], _store.Status().MediaWaiting, _store.Status().MediaKept));
        Assert.Null(_store.Open(File(5).Sha256));
        await PassAsync();
        GapBody gap = Assert.Single(Gaps());
        Assert.Equal((GapCauses.Unasked, "media", 5L, 1L), (gap.Cause, gap.Lane, gap.FromSeq, gap.Count));
    }

    [Fact]
    public async Task Refuse_TheSameFileNowTravels_StaysOnDiskAlthoughItsOldRowGaveWay()
    {
        await AppendAsync(1, 4, onDemand: true);

        await _store.AppendAsync(Reading(5, attachments: File(1)), default);

        Assert.Equal(File(1).Content.ToArray(), ReadAll(_store.Open(File(1).Sha256)));
        Assert.False(_store.Pending(0, 99).Single(static file => file.Sha256 == File(1).Sha256).OnDemand);
    }

    [Fact]
    public async Task Refuse_DiskShort_WhatNobodyAskedForGoesAndTheRestStays()
    {
        await _store.DisposeAsync();
        _store = _bench.Open(static options => options with { Reserve = 400_000, Lanes = new LaneRules { Media = new LaneRule(null, null, WhenFull.Refuse) } });
        await AppendAsync(1, 40, onDemand: true);
        await AppendAsync(41, 60, onDemand: false);
        _bench.Disk.Free = () => 560_000 - (FileBytes * _store.Pending(0, 1000).Count);

        await PassAsync();

        Assert.Equal((60, 20), (_store.Status().Waiting[1] - Gaps().Length, _store.Status().MediaWaiting));
        Assert.InRange(_store.Status().MediaKept, 0, 10);
        Assert.Equal(40 - _store.Status().MediaKept, Gaps().Sum(static gap => gap.Count));
        await AppendAsync(61, 61, onDemand: false);
    }

    [Fact]
    public async Task Status_FilesThatNobodyAskedFor_AreNoBacklog()
    {
        await AppendAsync(1, 2, onDemand: true);
        await AppendAsync(3, 3, onDemand: false);
        Assert.Equal((1, FileBytes, 2, 2 * FileBytes), Figures(_store.Status()));

        await _store.WantAsync(File(1).Sha256, default);
        Assert.Equal((2, 2 * FileBytes, 1, FileBytes), Figures(_store.Status()));

        await _store.DisposeAsync();
        _store = _bench.Open(Refusing);
        Assert.Equal((2, 2 * FileBytes, 1, FileBytes), Figures(_store.Status()));
        Assert.Equal((2, 2 * FileBytes, 1, FileBytes), Figures(StoreInspector.Look(_bench.Folder)));

        await _store.ForgetAsync(_store.Pending(0, 99), default);
        Assert.Equal((0, 0, 0, 0), Figures(_store.Status()));
    }

    [Fact]
    public void Forecast_FilesThatNobodyAskedFor_TakeNoRoom()
    {
        var options = _bench.Options with { Lanes = new LaneRules { Media = new LaneRule(null, 1000, WhenFull.Refuse) } };
        var totals = new Totals { Media = 2, MediaBytes = 1000, Unasked = new UnaskedFiles(1, 900) };

        var forecast = new Forecaster(options, 0).Of(new Rates([0, 0, 0, 0.25], 0, 0), totals, 1 << 30);

        Assert.Equal(("media", 1.0), (forecast!.First, forecast.Hours));
    }

    private static StoreOptions Refusing(StoreOptions options) =>
        options with { Lanes = new LaneRules { Media = new LaneRule(null, 4 * FileBytes, WhenFull.Refuse) } };

    private static (long, long, long, long) Figures(StoreStatus status) => (status.MediaWaiting, status.MediaBytes, status.MediaKept, status.MediaKeptBytes);

    private async Task AppendAsync(int first, int last, bool onDemand)
    {
        for (int number = first; number <= last; number++)
        {
            await _store.AppendAsync(Reading(number, attachments: File(number, FileBytes) with { OnDemand = onDemand }), default);
        }
    }

    private Task PassAsync() => _bench.PassAsync(_store, TimeSpan.FromSeconds(90));

    private GapBody[] Gaps() => [.. GapsOf.Store(_store)];
}
