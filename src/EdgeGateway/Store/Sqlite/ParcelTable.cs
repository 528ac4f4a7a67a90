using EdgeGateway.Store.Parcels;
using EdgeGateway.Store.Recovery;

namespace EdgeGateway.Store.Sqlite;

/// <summary>The table <c>parcel</c>.</summary>
internal sealed class ParcelTable(StoreConnection connection)
{
    private const string Columns = "SELECT number, revision, version, told, final, crc, body FROM parcel ";

    private readonly Statement _find = connection.Prepare(Columns + "WHERE number=?1");
    private readonly Statement _put = connection.Prepare(
        "INSERT OR REPLACE INTO parcel(number, revision, version, told, final, crc, body) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");

    private readonly Statement _delete = connection.Prepare("DELETE FROM parcel WHERE number=?1 RETURNING 1");

    /// <returns>All rows by number, in one snapshot.</returns>
    /// <exception cref="StoreDamagedException">A row is not as it was written.</exception>
    public IReadOnlyList<ParcelRow> All()
    {
        var all = new List<ParcelRow>();
        using var rows = connection.Prepare(Columns + "ORDER BY number");
        while (rows.Step())
        {
            all.Add(Current(rows));
        }

        return all;
    }

    /// <returns>As the open transaction sees it; null when it is not here.</returns>
    /// <exception cref="StoreDamagedException">The row is not as it was written.</exception>
    public ParcelRow? Find(long number)
    {
        try
        {
            return _find.Bind(1, number).Step() ? Current(_find) : null;
        }
        finally
        {
            _find.Reset();
        }
    }

    public long Count() => connection.Single("SELECT count(*) FROM parcel");

    /// <summary>Makes the change inside the open transaction; again when it was rolled back.</summary>
    public void Apply(ParcelChange change, Totals totals)
    {
        ParcelRow? before = Find(change.Put.Number);
        totals.Parcels += before is null ? 1 : 0;
        Put(before is { } kept ? change.Put.Over(kept) : change.Put);
        foreach (long gone in change.Drop ?? [])
        {
            Delete(gone, totals);
        }
    }

    public void Put(ParcelRow row) => _put
        .Bind(1, row.Number).Bind(2, row.Revision).Bind(3, row.Version).Bind(4, row.Told).Bind(5, row.Final ? 1 : 0)
        .Bind(6, RowChecksum.OfParcel(row)).Bind(7, row.Body.Span).Run();

    public void Delete(long number, Totals totals)
    {
        _delete.Bind(1, number);
        while (_delete.Step())
        {
            totals.Parcels--;
        }
    }

    private static ParcelRow Current(Statement row)
    {
        var parcel = new ParcelRow(row.Integer(0), row.Integer(1), (int)row.Integer(2), row.Integer(3), row.Integer(4) != 0, row.Bytes(6).ToArray());
        return row.Integer(5) == RowChecksum.OfParcel(parcel) ? parcel : throw new StoreDamagedException("parcel-checksum");
    }
}
