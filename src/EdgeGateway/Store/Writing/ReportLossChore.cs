using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Writing;

/// <summary>Gives numbers to readings that never came in, so that the platform can count them.</summary>
internal sealed class ReportLossChore(Loss loss) : Chore
{
    public override void Write(StoreTables tables, Totals totals)
    {
        var tally = new GapTally(loss.Cause, loss.Note);
        tally.Add(new(loss.Device, loss.Lane, tables.Epoch, totals.Seq + 1), totals.Seq + loss.Count, loss.Count);
        totals.Seq += loss.Count;
        totals.Position += loss.Count;
        tables.Gaps.Merge(tally, totals);
    }
}
