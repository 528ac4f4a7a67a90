using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Sqlite;
using EdgeGateway.Telemetry.Clock;

namespace EdgeGateway.Store.Retention;

/// <summary>Turns gap rows that are due into readings, so that they travel, wait and are confirmed like any other.</summary>
internal sealed class GapReadings(StoreOptions options, TimeProvider time)
{
    private const int MostAtOnce = 64;

    /// <summary>So many events wait only where they are not taken.</summary>
    private const int Backlog = 10_000;

    private static readonly TimeSpan s_patience = TimeSpan.FromHours(1);

    private readonly ReadingEnvelope _envelope = new(options.Site, options.Gateway);

    public bool MayBeDue(Totals totals) => GapRow.MayBeDue(totals.Gaps, time.GetUtcNow()) && !MayWait(totals);

    /// <summary>Row and reading change places in one transaction: a crash leaves the one or the other.</summary>
    public void Write(StoreTables tables, Totals totals)
    {
        if (!MayBeDue(totals))
        {
            return;
        }

        foreach (GapRow row in tables.Gaps.Due(time.GetUtcNow(), MostAtOnce))
        {
            tables.Gaps.Delete(row);
            tables.Readings.Insert(Pending(row), totals);
        }

        totals.Gaps = tables.Gaps.Open();
    }

    /// <remarks>While nobody takes readings, records a minute would themselves fill the disk: they gather for an hour.</remarks>
    private bool MayWait(Totals totals) =>
        totals.Waiting(Lane.Event) > Backlog && totals.Gaps.Rows <= GapRow.Big && time.GetUtcNow() - totals.Gaps.Since is { Ticks: >= 0 } age && age < s_patience;

    private PendingReading Pending(GapRow row)
    {
        DateTimeOffset now = time.GetUtcNow();
        ClockVerdict clock = options.Clock?.Now() ?? new ClockVerdict(ClockQuality.Free, null);
        var reading = new Reading
        {
            Device = row.First.Device,
            Driver = "gateway",
            Lane = Lane.Event,
            Time = now,
            TimeFrom = TimeOrigin.Gateway,
            Received = now,
            Clock = clock.Quality,
            ClockOffsetMs = clock.OffsetMs,
            Body = Body(row),
        };
        return PendingReading.Of(reading, _envelope);
    }

    private static GapBody Body(GapRow row) => new()
    {
        Device = row.First.Device,
        Lane = LaneNames.Of(row.First.Lane),
        Epoch = row.First.Epoch,
        FromSeq = row.First.Seq,
        ToSeq = row.Last,
        Count = row.Count,
        Cause = row.Cause,
        Note = row.Note,
    };
}
