using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Writing;

/// <summary>Forgets or parks readings. Neighbouring positions go as one range.</summary>
internal sealed class SettleChore(IReadOnlyList<Settlement> settlements) : Chore
{
    public override void Write(StoreTables tables, Totals totals)
    {
        long first = 0;
        long last = -1;
        for (int i = 0; i < settlements.Count; i++)
        {
            Settlement settlement = settlements[i];
            if (settlement.Parked is { } why)
            {
                Park(settlement, why, tables, totals);
            }
            else if (settlement.Position == last + 1)
            {
                last = settlement.Last;
            }
            else
            {
                Delete(first, last, tables, totals);
                (first, last) = (settlement.Position, settlement.Last);
            }
        }

        Delete(first, last, tables, totals);
    }

    /// <remarks>A number that never comes is named, whether its bytes are kept here or not.</remarks>
    private static void Park(Settlement settlement, string why, StoreTables tables, Totals totals)
    {
        var losses = new GapTally(GapCauses.Parked, why);
        losses.AddRange(tables.Readings.Park(settlement.Position, settlement.Last, why, totals));
        tables.Gaps.Merge(losses, totals);
    }

    private static void Delete(long first, long last, StoreTables tables, Totals totals)
    {
        if (first <= last)
        {
            tables.Readings.Delete(first, last, totals);
        }
    }
}
