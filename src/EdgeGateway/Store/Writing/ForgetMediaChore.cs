using EdgeGateway.Store.Media;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Writing;

/// <summary>Takes files off the queue, then off the disk.</summary>
internal sealed class ForgetMediaChore(IReadOnlyList<StoredMedia> delivered, Spool spool) : Chore
{
    public override void Write(StoreTables tables, Totals totals)
    {
        foreach (StoredMedia media in delivered)
        {
            tables.Media.Remove(media, totals);
        }
    }

    /// <remarks>A reading of the same commit may have queued the hash again: then a row holds the file.</remarks>
    public override void Committed(StoreTables tables) =>
        spool.Delete(delivered.Select(static media => media.Sha256).Where(sha256 => !tables.Media.Holds(sha256)));
}
