using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Store.Sqlite;

/// <summary>
/// The writer's way to give up what was not delivered. What the gateway itself has to say of losses is never given up
/// here: a gap that vanished would be a silent one.
/// </summary>
internal sealed class RetentionTable(StoreConnection connection)
{
    private const string Own = "('gap','store.recovered')";

    private readonly Statement _oldest = connection.Prepare($"""
        DELETE FROM reading WHERE position IN (
            SELECT position FROM reading WHERE lane=?1 AND parked IS NULL AND position > ?2 AND position <= ?3 AND kind NOT IN {Own}
            ORDER BY position LIMIT ?4)
        RETURNING lane, length(payload), device, epoch, seq, position
        """);

    private readonly Statement _one = connection.Prepare("""
        DELETE FROM reading WHERE position=?1 AND parked IS NULL RETURNING lane, length(payload), device, epoch, seq, position
        """);

    private readonly Statement _parked = connection.Prepare("""
        DELETE FROM reading WHERE position IN (
            SELECT position FROM reading WHERE parked IS NOT NULL AND position <= ?1 ORDER BY position LIMIT ?2)
        RETURNING length(payload)
        """);

    private readonly Statement _scan = connection.Prepare($"""
        SELECT position, seq, device, kind FROM reading
        WHERE lane=?1 AND parked IS NULL AND position > ?2 AND position <= ?3 ORDER BY position LIMIT ?4
        """);

    private readonly MediaRows _travelling = new(connection, MediaRows.Travelling);
    private readonly MediaRows _kept = new(connection, MediaRows.Kept);
    private readonly NameCache _names = new();

    /// <summary>Drops the oldest readings of a lane between two positions.</summary>
    /// <returns>How many.</returns>
    public int DropOldest(Lane lane, long after, long last, int most, GapTally tally, Totals totals)
    {
        _oldest.Bind(1, (long)lane).Bind(2, after).Bind(3, last).Bind(4, most);
        return Drop(_oldest, tally, totals);
    }

    public int Drop(long position, GapTally tally, Totals totals) => Drop(_one.Bind(1, position), tally, totals);

    /// <summary>Drops parked readings; that they never come was told when they were parked.</summary>
    /// <returns>How many.</returns>
    public int DropParked(long last, int most, Totals totals)
    {
        int dropped = 0;
        _parked.Bind(1, last).Bind(2, most);
        while (_parked.Step())
        {
            totals.Parked--;
            totals.ParkedBytes -= _parked.Integer(0);
            dropped++;
        }

        return dropped;
    }

    /// <returns>Position, number, device and kind of the next readings of a lane.</returns>
    public List<(long Position, long Seq, string Device, string Kind)> Scan(Lane lane, long after, long last, int most)
    {
        var rows = new List<(long, long, string, string)>(most);
        _scan.Bind(1, (long)lane).Bind(2, after).Bind(3, last).Bind(4, most);
        while (_scan.Step())
        {
            rows.Add((_scan.Integer(0), _scan.Integer(1), _names.Of(_scan.Bytes(2)), _names.Of(_scan.Bytes(3))));
        }

        return rows;
    }

    /// <summary>Takes the oldest files that travel off the queue; see <see cref="MediaRows.Drop"/>.</summary>
    public List<string> DropMedia(long last, int most, Dropped unknown, GapTally tally, Totals totals) => _travelling.Drop(last, most, unknown, tally, totals);

    /// <summary>As <see cref="DropMedia"/>, of those that are kept until somebody asks.</summary>
    public List<string> DropKept(long last, int most, Dropped unknown, GapTally tally, Totals totals) => _kept.Drop(last, most, unknown, tally, totals);

    /// <returns>Hash and length of the files that go first: those that nobody asked for, while there are any, then, if they may go, the others.</returns>
    public List<(string Sha256, long Bytes)> OldestMedia(int most, bool travelling) =>
        _kept.Oldest(most) is var kept && (kept.Count > 0 || !travelling) ? kept : _travelling.Oldest(most);

    private int Drop(Statement statement, GapTally tally, Totals totals)
    {
        int dropped = 0;
        while (statement.Step())
        {
            var lane = (Lane)statement.Integer(0);
            totals.Left(lane, statement.Integer(1));
            tally.Add(new(_names.Of(statement.Bytes(2)), lane, _names.Of(statement.Bytes(3)), statement.Integer(4)));
            dropped++;
        }

        return dropped;
    }
}
