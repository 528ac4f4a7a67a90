using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Store.Sqlite;

/// <summary>The writer's way to give up files of one sort.</summary>
/// <param name="connection">The writer's.</param>
/// <param name="which">A condition on their rows, as SQL.</param>
internal sealed class MediaRows(StoreConnection connection, string which)
{
    /// <summary>Files that travel.</summary>
    public const string Travelling = "wanted IS NOT 0";

    /// <summary>Files that are kept until somebody asks.</summary>
    public const string Kept = "wanted=0";

    private readonly Statement _drop = connection.Prepare($"""
        DELETE FROM media WHERE position IN (SELECT position FROM media WHERE {which} AND position <= ?1 ORDER BY position LIMIT ?2)
        RETURNING sha256, bytes, device, epoch, seq
        """);

    private readonly Statement _oldest = connection.Prepare($"SELECT sha256, bytes FROM media WHERE {which} ORDER BY position LIMIT ?1");

    private readonly NameCache _names = new();

    /// <summary>Takes the oldest off the queue.</summary>
    /// <param name="last">Last position that may go.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="unknown">Whose they are when the row does not say.</param>
    /// <param name="tally">Where they are counted.</param>
    /// <param name="totals">Kept in step.</param>
    /// <returns>Their hashes; the files go once that is committed.</returns>
    public List<string> Drop(long last, int most, Dropped unknown, GapTally tally, Totals totals)
    {
        var hashes = new List<string>();
        _drop.Bind(1, last).Bind(2, most);
        while (_drop.Step())
        {
            totals.Media--;
            totals.MediaBytes -= _drop.Integer(1);
            totals.Unasked = which == Kept ? totals.Unasked.Without(_drop.Integer(1)) : totals.Unasked;
            hashes.Add(Convert.ToHexStringLower(_drop.Bytes(0)));
            tally.Add(_drop.IsNull(2) ? unknown : new(_names.Of(_drop.Bytes(2)), Lane.Media, _names.Of(_drop.Bytes(3)), _drop.Integer(4)));
        }

        return hashes;
    }

    /// <returns>Hash and length of the oldest.</returns>
    public List<(string Sha256, long Bytes)> Oldest(int most)
    {
        var files = new List<(string, long)>();
        _oldest.Bind(1, most);
        while (_oldest.Step())
        {
            files.Add((Convert.ToHexStringLower(_oldest.Bytes(0)), _oldest.Integer(1)));
        }

        return files;
    }
}
