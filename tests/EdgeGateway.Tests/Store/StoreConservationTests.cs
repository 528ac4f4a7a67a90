using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using Microsoft.Data.Sqlite;
using static EdgeGateway.Tests.Store.StoreSamples;

namespace EdgeGateway.Tests.Store;

/// <summary>Whatever happens, in whatever order: numbers given = delivered + waiting + in gaps, for every device.</summary>
public sealed class StoreConservationTests : IAsyncDisposable
{
    private static readonly LaneRules s_rules = new()
    {
        Event = new LaneRule(TimeSpan.FromHours(2), 60_000, WhenFull.DropOldest),
        Telemetry = new LaneRule(TimeSpan.FromHours(1), 30_000, WhenFull.Thin),
        Media = new LaneRule(TimeSpan.FromHours(2), 100_000, WhenFull.DropOldest),
        Parked = new LaneRule(TimeSpan.FromHours(1), 2_000, WhenFull.DropOldest),
    };

    private readonly Dictionary<string, long> _given = [];
    private readonly Dictionary<string, long> _delivered = [];
    private readonly Dictionary<string, long> _declared = [];
    private readonly HashSet<long> _gapsSeen = [];
    private StoreBench _bench = new();
    private SqliteReadingStore _store = null!;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task AnyOrderOfAppendDropSettleParkLossAndCrash_EveryNumberIsAccountedFor(int seed)
    {
        var random = new Random(seed);
        _store = Open();
        for (int step = 0; step < 150; step++)
        {
            await StepAsync(random);
        }

        _bench.Disk.Free = static () => 50L << 30;
        await _bench.PassAsync(_store, TimeSpan.FromSeconds(150));
        See();
        Add(_given, "gateway", HeadsTold());

        Dictionary<string, long> accounted = Sum(_delivered, Waiting(), _declared);
        Assert.Equal(_given.OrderBy(static pair => pair.Key, StringComparer.Ordinal), accounted.OrderBy(static pair => pair.Key, StringComparer.Ordinal));
        Assert.Equal(_store.Status().SeqHead, _given.Values.Sum());
        Assert.True(_declared.Values.Sum() > 100, "too little was dropped for this to prove anything");
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _bench.Dispose();
    }

    private async Task StepAsync(Random random)
    {
        switch (random.Next(8))
        {
            case 0:
                await SettleAsync(random);
                break;
            case 1:
                await LoseAsync(random.Next(1, 20), (Lane)random.Next(3));
                break;
            case 2:
                await _bench.PassAsync(_store, TimeSpan.FromMinutes(random.Next(1, 30)), TimeSpan.FromMinutes(1));
                break;
            case 3:
                _bench.Disk.Free = random.Next(3) == 0 ? static () => 1000 : static () => 50L << 30;
                await _bench.PassAsync(_store, TimeSpan.FromSeconds(random.Next(1, 4)));
                break;
            case 4 when random.Next(3) == 0:
                await ReopenAsync(random.Next(2) == 0);
                break;
            default:
                await AppendAsync(random);
                break;
        }

        See();
    }

    private async Task AppendAsync(Random random)
    {
        for (int count = random.Next(1, 40); count > 0; count--)
        {
            int number = random.Next(10_000);
            PendingReading reading = Reading(number, (Lane)random.Next(3)) with { Tail = new byte[random.Next(50, 900)], Attachments = random.Next(4) == 0 ? [File(number)] : [] };
            try
            {
                await _store.AppendAsync(reading, default);
                Add(_given, reading.Device, 1);
            }
            catch (StoreRefusedException)
            {
                // Not given a number: nothing to account for.
            }
        }
    }

    private async Task LoseAsync(int count, Lane lane)
    {
        await _store.ReportLossAsync(new Loss("cam-3", lane, count, GapCauses.Refused, null), default);
        Add(_given, "cam-3", count);
    }

    private async Task SettleAsync(Random random)
    {
        var lane = (Lane)random.Next(3);
        See();
        StoredReading[] some = [.. _store.Read(lane, 0, random.Next(1, 60))];
        bool park = random.Next(4) == 0;
        await _store.SettleAsync([.. some.Select(reading => new Settlement(reading.Position, park ? "too large" : null))], default);
        if (!park)
        {
            Array.ForEach(some, reading => Add(_delivered, reading.Device, 1));
        }

        await _store.ForgetAsync(_store.Pending(0, random.Next(1, 10)), default);
    }

    private async Task ReopenAsync(bool crash)
    {
        StoreBench before = _bench;
        if (crash)
        {
            _bench = before.Crashed();
            _bench.Disk.Free = before.Disk.Free;
        }

        await _store.DisposeAsync();
        _store = Open();
        if (crash)
        {
            before.Dispose();
        }
    }

    /// <summary>Notes gap records when they appear; each is a reading with a number of its own.</summary>
    private void See()
    {
        foreach (StoredReading reading in _store.Read(Lane.Event, 0, 100_000).Where(static reading => reading.Kind == GapBody.KindName))
        {
            if (_gapsSeen.Add(reading.Seq))
            {
                GapBody gap = GapsOf.Body(reading);
                Add(_given, reading.Device, 1);
                Add(_declared, gap.Device, gap.Lane == "media" ? 0 : gap.Count);
            }
        }
    }

    /// <summary>What the store told of its evidence, whatever became of it: each telling is a link itself.</summary>
    private long HeadsTold()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_bench.Folder, "store.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM evidence WHERE about LIKE '% audit %'";
        return (long)command.ExecuteScalar()!;
    }

    private Dictionary<string, long> Waiting()
    {
        var waiting = new Dictionary<string, long>();
        foreach (StoredReading reading in new[] { Lane.Alarm, Lane.Event, Lane.Telemetry }.SelectMany(lane => _store.Read(lane, 0, 100_000)))
        {
            Add(waiting, reading.Device, 1);
        }

        return waiting;
    }

    private SqliteReadingStore Open() => _bench.Open(static options => options with { Lanes = s_rules });

    private static void Add(Dictionary<string, long> sums, string device, long count) => sums[device] = sums.GetValueOrDefault(device) + count;

    private static Dictionary<string, long> Sum(params Dictionary<string, long>[] parts) =>
        parts.SelectMany(static part => part).GroupBy(static pair => pair.Key).ToDictionary(static group => group.Key, static group => group.Sum(static pair => pair.Value));
}
