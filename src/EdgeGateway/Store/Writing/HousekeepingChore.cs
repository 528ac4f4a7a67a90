using EdgeGateway.Store.Retention;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Writing;

/// <summary>One step of the store's own work, in the next commit.</summary>
internal sealed class HousekeepingChore(Housekeeping work) : Chore
{
    /// <summary>True when another step should follow.</summary>
    public bool More { get; private set; }

    public override void Write(StoreTables tables, Totals totals) => More = work.Write(totals);

    public override void Committed(StoreTables tables) => work.Committed();
}
