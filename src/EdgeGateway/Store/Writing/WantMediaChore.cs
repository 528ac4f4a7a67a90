using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Writing;

/// <summary>Somebody asks for a file.</summary>
internal sealed class WantMediaChore(string sha256) : Chore
{
    /// <summary>True when the file is queued here; known once the chore is done.</summary>
    public bool Found { get; private set; }

    public override void Write(StoreTables tables, Totals totals) => Found = tables.Media.Want(sha256, totals);
}
