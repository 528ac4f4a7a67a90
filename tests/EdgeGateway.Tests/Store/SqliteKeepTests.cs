using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using static EdgeGateway.Tests.Store.StoreSamples;

namespace EdgeGateway.Tests.Store;

/// <summary>How long and how much a lane keeps.</summary>
public sealed class SqliteKeepTests : IAsyncLifetime
{
    private static readonly TimeSpan s_step = TimeSpan.FromMinutes(1);
    private static readonly LaneRules s_twoHours = new()
    {
        Event = new LaneRule(TimeSpan.FromHours(2), null, WhenFull.DropOldest),
        Media = new LaneRule(TimeSpan.FromHours(2), null, WhenFull.DropOldest),
        Parked = new LaneRule(TimeSpan.FromHours(2), null, WhenFull.DropOldest),
    };

    private readonly StoreBench _bench = new();
    private SqliteReadingStore _store = null!;

    public Task InitializeAsync()
    {
        _store = Open(s_twoHours);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _bench.Dispose();
    }

    [Fact]
    public async Task Keep_OlderThanThat_GoesAndIsToldAndTheRestStays()
    {
        await AppendAsync(7, 9);
        await _store.AppendAsync(Reading(1, Lane.Alarm), default);
        await PassAsync(TimeSpan.FromMinutes(60));
        await AppendAsync(10, 10);
        await PassAsync(TimeSpan.FromMinutes(55));
        Assert.Equal(4, Numbers(Lane.Event).Count());

        await PassAsync(TimeSpan.FromMinutes(20));

        Assert.Equal([("cam-0", 1, 1), ("cam-1", 2, 2), ("cam-2", 3, 3)], Gaps(GapCauses.Retention).Select(static gap => (gap.Device, gap.FromSeq, gap.ToSeq)));
        Assert.Equal([5L], Numbers(Lane.Event));
        Assert.Single(Numbers(Lane.Alarm));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    public async Task Keep_ClockJumpsByTwoDays_NothingGoesEarlierOrLater(int days)
    {
        await AppendAsync(1, 3);
        await PassAsync(TimeSpan.FromMinutes(30));
        _bench.Time.JumpWallClock(TimeSpan.FromDays(days));
        await PassAsync(TimeSpan.FromMinutes(85));
        Assert.Equal(3, Numbers(Lane.Event).Count());

        await PassAsync(TimeSpan.FromMinutes(20));

        Assert.Equal(3, Gaps(GapCauses.Retention).Sum(static gap => gap.Count));
    }

    [Fact]
    public async Task Keep_OverARestart_CountsTheHoursThatTheStoreRan()
    {
        await AppendAsync(1, 1);
        await PassAsync(TimeSpan.FromMinutes(70));
        await ReopenAsync(TimeSpan.FromDays(3));
        await PassAsync(TimeSpan.FromMinutes(40));
        Assert.Single(Numbers(Lane.Event));

        await PassAsync(TimeSpan.FromMinutes(30));

        Assert.Single(Gaps(GapCauses.Retention));
    }

    [Fact]
    public async Task Keep_FilesAndParked_GoTooAndOnlyFilesAreToldAgain()
    {
        await _store.AppendAsync(Reading(8, attachments: [File(1), File(2)]), default);
        await _store.SettleAsync([new(1, "too large")], default);
        await PassAsync(TimeSpan.FromMinutes(130));

        Assert.Equal((0, 0, 0), (_store.Status().Parked, _store.Status().MediaWaiting, _store.Status().MediaBytes));
        Assert.Equal([0, 0], [_store.Status().ParkedBytes, Directory.GetFiles(Path.Combine(_bench.Folder, "media"), "*", SearchOption.AllDirectories).LongLength]);
        GapBody pictures = Assert.Single(Gaps(GapCauses.Retention));
        Assert.Equal(("cam-1", "media", 1L, 1L, 2L), (pictures.Device, pictures.Lane, pictures.FromSeq, pictures.ToSeq, pictures.Count));
        Assert.Single(Gaps(GapCauses.Parked));
    }

    [Fact]
    public async Task Quota_Files_TheOldestGo()
    {
        await ReopenAsync(default, new LaneRules { Media = new LaneRule(null, 20_000, WhenFull.DropOldest) });
        for (int number = 1; number <= 40; number++)
        {
            await _store.AppendAsync(Reading(number, attachments: File(number)), default);
        }

        await PassAsync(TimeSpan.FromMinutes(3));

        Assert.InRange(_store.Status().MediaBytes, 0, 20_000);
        Assert.Equal(40, _store.Status().Waiting[1] - Gaps(GapCauses.Retention).Count());
        Assert.Equal(40, _store.Status().MediaWaiting + Gaps(GapCauses.Retention).Sum(static gap => gap.Count));
        Assert.All(_store.Pending(0, 99), media => Assert.NotNull(_store.Open(media.Sha256)));
    }

    [Fact]
    public async Task Quota_FilesThatNobodyAskedFor_GoBeforeOlderOnesThatTravelAndAreToldApart()
    {
        await ReopenAsync(default, new LaneRules { Media = new LaneRule(null, 20_000, WhenFull.DropOldest) });
        Attachment travels = File(1);
        await _store.AppendAsync(Reading(1, attachments: travels), default);
        for (int number = 2; number <= 11; number++)
        {
            await _store.AppendAsync(Reading(number, attachments: File(number) with { OnDemand = true }), default);
        }

        await PassAsync(TimeSpan.FromMinutes(3));

        Assert.Equal(travels.Sha256, _store.Pending(0, 99)[0].Sha256);
        Assert.NotNull(_store.Open(travels.Sha256));
        Assert.InRange(_store.Status().MediaBytes + _store.Status().MediaKeptBytes, 0, 20_000);
        Assert.Empty(Gaps(GapCauses.Retention));
        Assert.Equal(11, _store.Status().MediaWaiting + _store.Status().MediaKept + Gaps(GapCauses.Unasked).Sum(static gap => gap.Count));
        Assert.Equal(File(11).Sha256, _store.Pending(0, 99)[^1].Sha256);
    }

    [Fact]
    public async Task Quota_NothingIsKeptOnDemandAnyMore_TheOldestOfTheOthersGo()
    {
        await ReopenAsync(default, new LaneRules { Media = new LaneRule(null, 20_000, WhenFull.DropOldest) });
        await _store.AppendAsync(Reading(1, attachments: File(1) with { OnDemand = true }), default);
        for (int number = 2; number <= 11; number++)
        {
            await _store.AppendAsync(Reading(number, attachments: File(number)), default);
        }

        await PassAsync(TimeSpan.FromMinutes(3));

        Assert.InRange(_store.Status().MediaBytes, 1, 20_000);
        Assert.Equal(1, Gaps(GapCauses.Unasked).Sum(static gap => gap.Count));
        Assert.Equal(10, _store.Status().MediaWaiting + Gaps(GapCauses.Retention).Sum(static gap => gap.Count));
        Assert.Equal(File(11).Sha256, _store.Pending(0, 99)[^1].Sha256);
    }

    [Fact]
    public async Task Quota_Thin_KeepsTheNewestOfEachDeviceAndKindAndEveryTenth()
    {
        await ReopenAsync(default, new LaneRules { Telemetry = new LaneRule(null, 50_000, WhenFull.Thin) });
        for (int number = 1; number <= 700; number++)
        {
            await _store.AppendAsync(Reading(number, Lane.Telemetry) with { Tail = new byte[500] }, default);
        }

        await PassAsync(TimeSpan.FromMinutes(3));

        long[] left = [.. Numbers(Lane.Telemetry)];
        Assert.InRange(_store.Status().Bytes[2], 1, 50_000);
        Assert.Superset(Enumerable.Range(694, 7).Select(static number => (long)number).ToHashSet(), left.ToHashSet());
        Assert.True(left.Count(static number => number % 10 == 0) > left.Length / 2, string.Join(' ', left));
        Assert.Equal(700, left.Length + Gaps(GapCauses.Retention).Sum(static gap => gap.Count));
    }

    [Fact]
    public async Task Quota_Refuse_RefusesTheLaneAlone()
    {
        await ReopenAsync(default, new LaneRules { Event = new LaneRule(null, 1_000, WhenFull.Refuse) });
        await Assert.ThrowsAsync<StoreRefusedException>(() => AppendAsync(1, 20));

        await Assert.ThrowsAsync<StoreRefusedException>(async () => await _store.AppendAsync(Reading(10, key: 7), default));
        await _store.AppendAsync(Reading(11, Lane.Telemetry), default);
        await _store.SettleAsync([new(1, 20)], default);
        Appended again = await _store.AppendAsync(Reading(10, key: 7), default);

        Assert.False(again.Duplicate);
        Assert.Equal(_store.Status().SeqHead, again.Seq);
    }

    private static IEnumerable<GapBody> Of(IReadOnlyList<GapBody> gaps, string cause) => gaps.Where(gap => gap.Cause == cause);

    private SqliteReadingStore Open(LaneRules rules) => _bench.Open(options => options with { Lanes = rules });

    private async Task ReopenAsync(TimeSpan downtime, LaneRules? rules = null)
    {
        await _store.DisposeAsync();
        _bench.Time.JumpWallClock(downtime);
        _store = Open(rules ?? s_twoHours);
    }

    private async Task AppendAsync(int from, int to)
    {
        for (int number = from; number <= to; number++)
        {
            await _store.AppendAsync(Reading(number) with { Tail = new byte[100] }, default);
        }
    }

    private Task PassAsync(TimeSpan time) => _bench.PassAsync(_store, time, s_step);

    private IEnumerable<GapBody> Gaps(string cause) => Of(GapsOf.Store(_store), cause).OrderBy(static gap => gap.Device, StringComparer.Ordinal);

    private IEnumerable<long> Numbers(Lane lane) =>
        _store.Read(lane, 0, 10_000).Where(static reading => reading.Kind is not (GapBody.KindName or AuditBody.KindName)).Select(static reading => reading.Seq);
}
