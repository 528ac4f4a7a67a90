using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Evidence;

namespace EdgeGateway.Store.Sqlite;

/// <summary>The writer's side of <c>reading</c>. Runs inside the writer's transaction and keeps the totals in step.</summary>
internal sealed class ReadingTable
{
    private readonly string _gateway;
    private readonly string _epoch;
    private readonly EvidenceChain _evidence;
    private readonly Statement _insert;
    private readonly Statement _delete;
    private readonly Statement _park;
    private readonly Statement _return;
    private readonly Statement _parked;
    private readonly NameBytes _names = new();
    private byte[] _payload = new byte[4096];

    public ReadingTable(StoreConnection connection, string gateway, string epoch, EvidenceChain evidence)
    {
        _evidence = evidence;
        _gateway = gateway;
        _epoch = epoch;
        _insert = connection.Prepare("""
            INSERT INTO reading(position, seq, lane, device, kind, received, payload, epoch, crc)
            VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """).Bind(8, epoch);
        _delete = connection.Prepare("DELETE FROM reading WHERE position BETWEEN ?1 AND ?2 AND parked IS NULL RETURNING lane, length(payload)");
        _park = connection.Prepare("""
            UPDATE reading SET parked=?3 WHERE position BETWEEN ?1 AND ?2 AND parked IS NULL
            RETURNING lane, length(payload), device, epoch, seq
            """);
        _parked = connection.Prepare("SELECT 1 FROM reading INDEXED BY reading_parked WHERE parked IS NOT NULL AND position BETWEEN ?1 AND ?2 LIMIT 1");
        _return = connection.Prepare("""
            UPDATE reading SET parked=NULL WHERE position IN (
                SELECT position FROM reading INDEXED BY reading_parked
                WHERE parked IS NOT NULL AND position > ?1 AND (?2 = '' OR device = ?2) AND instr(parked, ?3) > 0
                ORDER BY position LIMIT ?4)
            RETURNING lane, position, length(payload)
            """);
    }

    /// <returns>The number the reading got.</returns>
    public long Insert(PendingReading reading, Totals totals)
    {
        long seq = ++totals.Seq;
        long position = ++totals.Position;
        long received = reading.Received.ToUnixTimeMilliseconds();
        ReadOnlySpan<byte> payload = Compose(seq, reading.Tail.Span);
        ReadOnlySpan<byte> device = _names.Of(reading.Device);
        ReadOnlySpan<byte> kind = _names.Of(reading.Kind);
        _insert
            .Bind(1, position)
            .Bind(2, seq)
            .Bind(3, (long)reading.Lane)
            .BindText(4, device)
            .BindText(5, kind)
            .Bind(6, received)
            .Bind(7, payload)
            .Bind(9, RowChecksum.OfReading(position, _names.Of(_epoch), seq, (long)reading.Lane, device, kind, received, payload))
            .Run();
        totals.Arrived(reading.Lane, position, payload.Length);
        _evidence.Add(_epoch, seq, position, reading, payload);
        return seq;
    }

    /// <summary>Takes positions from first to last away; those that are gone already or parked do not count.</summary>
    public void Delete(long first, long last, Totals totals)
    {
        _delete.Bind(1, first).Bind(2, last);
        while (_delete.Step())
        {
            totals.Left((Lane)_delete.Integer(0), _delete.Integer(1));
        }
    }

    /// <returns>What is parked by it, for its gap record.</returns>
    public List<Dropped> Park(long first, long last, string why, Totals totals)
    {
        var parked = new List<Dropped>();
        _park.Bind(1, first).Bind(2, last).Bind(3, why);
        while (_park.Step())
        {
            long bytes = _park.Integer(1);
            totals.Left((Lane)_park.Integer(0), bytes);
            totals.Parked++;
            totals.ParkedBytes += bytes;
            parked.Add(new(_park.Text(2), (Lane)_park.Integer(0), _park.Text(3), _park.Integer(4)));
        }

        return parked;
    }

    /// <returns>True when one of the positions is parked.</returns>
    public bool AnyParked(long first, long last)
    {
        bool any = _parked.Bind(1, first).Bind(2, last).Step();
        _parked.Reset();
        return any;
    }

    /// <returns>What was put back into its lane, by position.</returns>
    public IReadOnlyList<ReturnedReading> Return(ParkedFilter filter, long after, int most, Totals totals)
    {
        var returned = new List<ReturnedReading>();
        _return.Bind(1, after).Bind(2, filter.Device).Bind(3, filter.Why).Bind(4, most);
        while (_return.Step())
        {
            var reading = new ReturnedReading((Lane)_return.Integer(0), _return.Integer(1));
            returned.Add(reading);
            totals.Returned(reading.Lane, reading.Position, _return.Integer(2));
        }

        returned.Sort(static (one, other) => one.Position.CompareTo(other.Position));
        return returned;
    }

    private ReadOnlySpan<byte> Compose(long seq, ReadOnlySpan<byte> tail)
    {
        int most = ReadingEnvelope.ComposedMost(_gateway, tail.Length);
        if (_payload.Length < most)
        {
            _payload = new byte[most];
        }

        return _payload.AsSpan(0, ReadingEnvelope.Compose(_gateway, _epoch, seq, tail, _payload));
    }
}
