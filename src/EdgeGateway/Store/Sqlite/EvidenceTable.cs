using EdgeGateway.Store.Evidence;

namespace EdgeGateway.Store.Sqlite;

/// <summary>The table <c>evidence</c>: appended at the end, cut off at the front.</summary>
internal sealed class EvidenceTable(StoreConnection connection)
{
    private readonly Statement _append = connection.Prepare("INSERT INTO evidence(number, hash, about, position) VALUES(?1, ?2, ?3, ?4)");
    private readonly Statement _last = connection.Prepare("SELECT number, hash FROM evidence ORDER BY number DESC LIMIT 1");
    private readonly Statement _oldest = connection.Prepare("SELECT number, position FROM evidence ORDER BY number LIMIT 1 OFFSET ?1");
    private readonly Statement _cut = connection.Prepare("DELETE FROM evidence WHERE number < ?1");

    /// <returns>Number and hash of the last link; 0 and the beginning when there is none.</returns>
    public (long Number, byte[] Hash) Last()
    {
        (long, byte[]) last = _last.Step() ? (_last.Integer(0), _last.Bytes(1).ToArray()) : (0, EvidenceLink.Beginning);
        _last.Reset();
        return last;
    }

    public void Append(EvidenceLink link) => _append.Bind(1, link.Number).Bind(2, link.Hash).Bind(3, link.About).Bind(4, link.Position).Run();

    /// <returns>Number and position of the link so many behind the oldest; null when there are not so many.</returns>
    public (long Number, long Position)? Oldest(int behind)
    {
        (long, long)? oldest = _oldest.Bind(1, behind).Step() ? (_oldest.Integer(0), _oldest.Integer(1)) : null;
        _oldest.Reset();
        return oldest;
    }

    public void CutBefore(long number) => _cut.Bind(1, number).Run();

    /// <summary>All links, oldest first, in one snapshot.</summary>
    public IEnumerable<EvidenceLink> All()
    {
        using var rows = connection.Prepare("SELECT number, hash, about, position FROM evidence ORDER BY number");
        while (rows.Step())
        {
            yield return new(rows.Integer(0), rows.Bytes(1).ToArray(), rows.Text(2), rows.Integer(3));
        }
    }
}
