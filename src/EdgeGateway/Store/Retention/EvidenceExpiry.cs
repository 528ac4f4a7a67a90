using EdgeGateway.Store.Evidence;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Retention;

/// <summary>Cuts the evidence chain at its front. The link that is then the first proves itself no more, all behind it do.</summary>
internal sealed class EvidenceExpiry(TimeSpan keep, long most, StoreAge age)
{
    private const int Batch = 1_000;

    private bool _more = true;

    /// <summary>Looks again at the next step; called once in a while.</summary>
    public void Look() => _more = true;

    /// <returns>True when there may be more to cut.</returns>
    public bool Write(StoreTables tables)
    {
        (long Number, long Position)? behind = _more ? tables.Links.Oldest(Batch) : null;
        _more = behind is { } link && IsOver(link, tables);
        if (_more)
        {
            tables.Links.CutBefore(behind!.Value.Number);
        }

        return _more;
    }

    private bool IsOver((long Number, long Position) link, StoreTables tables) =>
        link.Number <= tables.Evidence.Head.Number - most
        || link.Position <= tables.Age.GivenAt(age.Hours - keep.TotalHours).Reading;
}
