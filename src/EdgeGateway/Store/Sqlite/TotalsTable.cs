using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Store.Sqlite;

/// <summary>The one row of <c>totals</c>.</summary>
internal sealed class TotalsTable(StoreConnection connection)
{
    private readonly Statement _read = connection.Prepare("""
        SELECT position, seq, alarm, event, telemetry, parked, media_position, media, media_bytes, media_missing,
            alarm_bytes, event_bytes, telemetry_bytes, parked_bytes, commits
        FROM totals WHERE one=1
        """);

    private readonly Statement _write = connection.Prepare("""
        UPDATE totals SET position=?1, seq=?2, alarm=?3, event=?4, telemetry=?5, parked=?6,
            media_position=?7, media=?8, media_bytes=?9, media_missing=?10,
            alarm_bytes=?11, event_bytes=?12, telemetry_bytes=?13, parked_bytes=?14, commits=?15 WHERE one=1
        """);

    public Totals Read()
    {
        _read.Step();
        var totals = new Totals
        {
            Position = _read.Integer(0),
            Seq = _read.Integer(1),
            Parked = _read.Integer(5),
            MediaPosition = _read.Integer(6),
            Media = _read.Integer(7),
            MediaBytes = _read.Integer(8),
            MediaMissing = _read.Integer(9),
            ParkedBytes = _read.Integer(13),
            Commits = _read.Integer(14),
        };
        totals.Set(Lane.Alarm, _read.Integer(2), _read.Integer(10));
        totals.Set(Lane.Event, _read.Integer(3), _read.Integer(11));
        totals.Set(Lane.Telemetry, _read.Integer(4), _read.Integer(12));
        _read.Reset();
        return totals;
    }

    public void Write(Totals totals) => _write
        .Bind(1, totals.Position)
        .Bind(2, totals.Seq)
        .Bind(3, totals.Waiting(Lane.Alarm))
        .Bind(4, totals.Waiting(Lane.Event))
        .Bind(5, totals.Waiting(Lane.Telemetry))
        .Bind(6, totals.Parked)
        .Bind(7, totals.MediaPosition)
        .Bind(8, totals.Media)
        .Bind(9, totals.MediaBytes)
        .Bind(10, totals.MediaMissing)
        .Bind(11, totals.Bytes(Lane.Alarm))
        .Bind(12, totals.Bytes(Lane.Event))
        .Bind(13, totals.Bytes(Lane.Telemetry))
        .Bind(14, totals.ParkedBytes)
        .Bind(15, totals.Commits)
        .Run();
}
