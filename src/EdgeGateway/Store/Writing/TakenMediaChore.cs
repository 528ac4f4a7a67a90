using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Writing;

/// <summary>Notes how far a large file is delivered.</summary>
internal sealed class TakenMediaChore(StoredMedia file, int parts) : Chore
{
    public override void Write(StoreTables tables, Totals totals) => tables.Media.Taken(file, parts);
}
