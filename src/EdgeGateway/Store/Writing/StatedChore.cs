using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Writing;

/// <summary>A manifest has covered what is absent up to a number.</summary>
internal sealed class StatedChore(string epoch, long upTo) : Chore
{
    public override void Write(StoreTables tables, Totals totals) => tables.Absent.Forget(epoch, upTo);
}
