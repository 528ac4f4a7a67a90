using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Store.Sqlite;

/// <summary>The writer's side of <c>gap</c>.</summary>
internal sealed class GapTable
{
    private readonly TimeProvider _time;
    private readonly AbsentTable _absent;
    private readonly string _goesOn;
    private readonly Statement _merge;
    private readonly Statement _due;
    private readonly Statement _delete;
    private readonly Statement _open;

    /// <param name="connection">Whose.</param>
    /// <param name="absent">Where the numbers themselves are kept.</param>
    /// <param name="time">Clock for the age of rows.</param>
    /// <param name="goesOn">The epoch of which manifests will speak; numbers of others are told by their gaps alone.</param>
    public GapTable(StoreConnection connection, AbsentTable absent, TimeProvider time, string goesOn)
    {
        _goesOn = goesOn;
        _time = time;
        _absent = absent;
        _merge = connection.Prepare("""
            INSERT INTO gap(device, lane, epoch, cause, first, last, count, note, since, touched) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)
            ON CONFLICT(device, lane, epoch, cause) DO UPDATE SET first=min(first, excluded.first), last=max(last, excluded.last),
                count=count + excluded.count, note=coalesce(note, excluded.note), touched=excluded.touched
            """);
        _due = connection.Prepare("""
            SELECT device, lane, epoch, cause, first, last, count, note FROM gap
            WHERE touched <= ?1 OR since <= ?2 OR count >= ?3 OR touched > ?4 LIMIT ?5
            """);
        _delete = connection.Prepare("DELETE FROM gap WHERE device=?1 AND lane=?2 AND epoch=?3 AND cause=?4");
        _open = connection.Prepare("SELECT count(*), min(since), max(touched) FROM gap");
    }

    /// <summary>Adds to the rows of the tally's devices, inside the transaction that drops what it counts.</summary>
    public void Merge(GapTally tally, Totals totals)
    {
        DateTimeOffset now = _time.GetUtcNow();
        foreach (((string device, Lane lane, string epoch), GapTally.Span span) in tally.Spans)
        {
            _merge.Bind(1, device).Bind(2, (long)lane).Bind(3, epoch).Bind(4, tally.Cause)
                .Bind(5, span.First).Bind(6, span.Last).Bind(7, span.Count).Bind(9, now.ToUnixTimeMilliseconds());
            _ = tally.Note is { } note ? _merge.Bind(8, note) : _merge.BindNull(8);
            _merge.Run();
            totals.Gaps = totals.Gaps.Touch(now);
        }

        foreach ((string epoch, IntervalSet numbers) in tally.Numbers.Where(pair => pair.Key == _goesOn))
        {
            _absent.Add(epoch, numbers, tally.Cause);
        }
    }

    /// <returns>At the most so many rows that are quiet, old or big enough, or come from a future that the clock took back.</returns>
    public List<GapRow> Due(DateTimeOffset now, int most)
    {
        var rows = new List<GapRow>();
        _due.Bind(1, (now - GapRow.Quiet).ToUnixTimeMilliseconds()).Bind(2, (now - GapRow.Oldest).ToUnixTimeMilliseconds())
            .Bind(3, GapRow.Big).Bind(4, (now + GapRow.Quiet).ToUnixTimeMilliseconds()).Bind(5, most);
        while (_due.Step())
        {
            rows.Add(new(
                new(_due.Text(0), (Lane)_due.Integer(1), _due.Text(2), _due.Integer(4)),
                _due.Integer(5), _due.Integer(6), _due.Text(3), _due.IsNull(7) ? null : _due.Text(7)));
        }

        return rows;
    }

    /// <summary>Deletes a row, inside the transaction that appends its record as a reading.</summary>
    public void Delete(GapRow row) =>
        _delete.Bind(1, row.First.Device).Bind(2, (long)row.First.Lane).Bind(3, row.First.Epoch).Bind(4, row.Cause).Run();

    public OpenGaps Open()
    {
        _open.Step();
        var open = new OpenGaps(
            _open.Integer(0), DateTimeOffset.FromUnixTimeMilliseconds(_open.Integer(1)), DateTimeOffset.FromUnixTimeMilliseconds(_open.Integer(2)));
        _open.Reset();
        return open;
    }
}
