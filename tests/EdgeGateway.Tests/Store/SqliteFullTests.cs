using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using static EdgeGateway.Tests.Store.StoreSamples;

namespace EdgeGateway.Tests.Store;

/// <summary>What goes, and in which order, when there is no room.</summary>
public sealed class SqliteFullTests : IAsyncLifetime
{
    private const long Plenty = 50L << 30;

    private readonly StoreBench _bench = new();
    private SqliteReadingStore _store = null!;

    public Task InitializeAsync()
    {
        _store = _bench.Open();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _bench.Dispose();
    }

    [Fact]
    public async Task DiskShort_PicturesAreEnough_FactsStay()
    {
        await _store.DisposeAsync();
        _store = _bench.Open(static options => options with { Reserve = 400_000 });
        await FillAsync(60);
        _bench.Disk.Free = () => 520_000 - _store.Pending(0, 1000).Sum(static media => media.Bytes);

        await PassAsync();

        StoreStatus status = _store.Status();
        Assert.InRange(status.MediaBytes, 0, 100_000);
        Assert.Equal((60, 60), (status.Waiting[0], status.Waiting[2]));
        Assert.Equal(60 - status.MediaWaiting, Gaps("media").Sum(static gap => gap.Count));
        Assert.Empty(Gaps("event"));
    }

    [Fact]
    public async Task DiskShort_NothingHelps_OnlyAlarmsAndWhatTellsOfTheRestStay()
    {
        await FillAsync(60);
        _bench.Disk.Free = static () => 1000;

        await PassAsync();

        Assert.Equal([60, Gaps(null).Length, 0], _store.Status().Waiting);
        Assert.Equal(60, Gaps("event").Sum(static gap => gap.Count));
        Assert.Equal(60, Gaps("telemetry").Sum(static gap => gap.Count));
        Assert.All(Gaps(null), static gap => Assert.Equal(GapCauses.DiskFull, gap.Cause));
        Assert.Equal(0, _store.Status().MediaWaiting);
    }

    [Fact]
    public async Task DiskShort_EventsAreToBeKept_NewOnesAreRefusedUntilThereIsRoom()
    {
        await _store.DisposeAsync();
        _store = _bench.Open(static options => options with { Lanes = new LaneRules { Event = new LaneRule(null, null, WhenFull.Refuse) } });
        await FillAsync(10);
        _bench.Disk.Free = static () => 1000;
        await PassAsync();

        await Assert.ThrowsAsync<StoreRefusedException>(async () => await _store.AppendAsync(Reading(1), default));
        await _store.AppendAsync(Reading(1, Lane.Alarm), default);
        Assert.Equal(10, _store.Read(Lane.Event, 0, 100).Count(static reading => reading.Kind != GapBody.KindName));

        _bench.Disk.Free = static () => Plenty;
        await _store.AppendAsync(Reading(1), default);
    }

    [Fact]
    public async Task DatabaseFull_EventsKeepComing_TheOldestMakeRoomAndAllIsAccountedFor()
    {
        await SmallAsync();
        for (int number = 1; number <= 600; number++)
        {
            await _store.AppendAsync(Large(number), default);
        }

        await PassAsync();

        long[] left = [.. _store.Read(Lane.Event, 0, 10_000).Where(static reading => reading.Kind != GapBody.KindName).Select(static reading => reading.Seq)];
        Assert.Equal(600, left[^1]);
        Assert.Equal(left, Enumerable.Range((int)left[0], left.Length).Select(static seq => (long)seq));
        Assert.Equal(600 - left.Length, Gaps("event").Sum(static gap => gap.Count));
    }

    [Fact]
    public async Task DatabaseFull_OfAlarms_EventsAreRefusedAndNewerAlarmsAreTaken()
    {
        await SmallAsync();
        for (int number = 1; number <= 400; number++)
        {
            await _store.AppendAsync(Large(number, Lane.Alarm), default);
        }

        long before = _store.Status().Waiting[0];
        await Assert.ThrowsAsync<StoreRefusedException>(async () =>
        {
            for (int number = 1; number <= 100; number++)
            {
                await _store.AppendAsync(Large(number) with { Tail = new byte[200_000] }, default);
            }
        });

        Assert.Equal(before, _store.Status().Waiting[0]);
        await _store.AppendAsync(Large(401, Lane.Alarm), default);
        await PassAsync();
        Assert.Equal(401, _store.Status().Waiting[0] + Gaps("alarm").Sum(static gap => gap.Count));

        // The record of the loss stands among the events now; newer alarms are still more than older ones.
        Assert.NotEqual(0, _store.Status().Waiting[1]);
        for (int number = 402; number <= 500; number++)
        {
            await _store.AppendAsync(Large(number, Lane.Alarm), default);
        }

        await PassAsync();
        Assert.Equal(500, _store.Status().Waiting[0] + Gaps("alarm").Sum(static gap => gap.Count));
    }

    [Fact]
    public async Task Crash_WhileAGapGathers_ItIsToldOnceAfterwards()
    {
        await FillAsync(3);
        await _store.ReportLossAsync(new Loss("cam-9", Lane.Event, 4, GapCauses.Refused, null), default);

        using StoreBench copy = _bench.Crashed();
        await using SqliteReadingStore after = copy.Open();
        await copy.PassAsync(after, TimeSpan.FromSeconds(30));
        using StoreBench again = copy.Crashed();
        await using SqliteReadingStore twice = again.Open();
        await again.PassAsync(twice, TimeSpan.FromSeconds(30));

        Assert.Equal(4, Assert.Single(GapsOf.Store(twice)).Count);
        Assert.Equal(after.Status().SeqHead, twice.Status().SeqHead);
    }

    private static PendingReading Large(int number, Lane lane = Lane.Event) => Reading(number, lane) with { Tail = new byte[3000] };

    private async Task SmallAsync()
    {
        await _store.DisposeAsync();
        _store = _bench.Open(static options => options with { DatabaseMost = 600_000 });
    }

    /// <summary>So many alarms, events with a picture each, and telemetry.</summary>
    private async Task FillAsync(int each)
    {
        for (int number = 1; number <= each; number++)
        {
            await _store.AppendAsync(Reading(number, Lane.Alarm), default);
            await _store.AppendAsync(Reading(number, attachments: File(number)), default);
            await _store.AppendAsync(Reading(number, Lane.Telemetry), default);
        }
    }

    private Task PassAsync() => _bench.PassAsync(_store, TimeSpan.FromSeconds(90));

    private GapBody[] Gaps(string? lane) => [.. GapsOf.Store(_store).Where(gap => lane is null || gap.Lane == lane)];
}
