using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Sqlite;
using EdgeGateway.Telemetry.Clock;

namespace EdgeGateway.Store.Retention;

/// <summary>Turns gap rows that are due into readings, so that they travel, wait and are confirmed like any other.</summary>
internal sealed class GapReadings(StoreOptions options, TimeProvider time)
{
    private const int MostAtOnce = 64;

    private readonly ReadingEnvelope _envelope = new(options.Site, options.Gateway);

    public bool MayBeDue(Totals totals) => GapRow.MayBeDue(totals.Gaps, time.GetUtcNow());

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
        return new PendingReading
        {
            Lane = reading.Lane, Device = reading.Device, Kind = reading.Body.Kind, Received = now, Tail = _envelope.Tail(reading),
        };
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
