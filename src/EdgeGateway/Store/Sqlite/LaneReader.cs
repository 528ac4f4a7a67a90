using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Store.Sqlite;

/// <summary>Reads one lane on its own connection, so that no pump waits for another or for the writer.</summary>
internal sealed class LaneReader : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Lane _lane;
    private readonly StoreConnection _connection;
    private readonly NameCache _names = new();
    private readonly Statement _read;
    private readonly Statement _oldest;
    private readonly Statement _packed;
    private readonly Statement _behind;
    private bool _closed;

    public LaneReader(StoreConnection connection, Lane lane)
    {
        _lane = lane;
        _connection = connection;
        _read = connection.Prepare("""
            SELECT position, epoch, seq, device, kind, payload, received FROM reading
            WHERE lane=?1 AND parked IS NULL AND position > ?2 ORDER BY position LIMIT ?3
            """).Bind(1, (long)lane);
        _oldest = connection.Prepare("""
            SELECT received FROM reading WHERE lane=?1 AND parked IS NULL AND position > ?2 ORDER BY position LIMIT 1
            """).Bind(1, (long)lane);
        _packed = connection.Prepare("""
            SELECT position, payload FROM reading
            WHERE lane=?1 AND parked IS NULL AND position > ?2 AND position <= ?3 ORDER BY position
            """).Bind(1, (long)lane);
        _behind = connection.Prepare("""
            SELECT position FROM reading WHERE lane=?1 AND parked IS NULL AND position > ?2 ORDER BY position LIMIT 1 OFFSET ?3
            """).Bind(1, (long)lane);
    }

    public IReadOnlyList<StoredReading> Read(long after, int most)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteReadingStore));
            var readings = new List<StoredReading>(Math.Min(most, 512));
            _read.Bind(2, after).Bind(3, most);
            while (_read.Step())
            {
                readings.Add(Current());
            }

            return readings;
        }
    }

    /// <returns>When the first reading behind the position was received; null when there is none.</returns>
    public DateTimeOffset? Oldest(long after)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteReadingStore));
            if (!_oldest.Bind(2, after).Step())
            {
                return null;
            }

            DateTimeOffset received = DateTimeOffset.FromUnixTimeMilliseconds(_oldest.Integer(0));
            _oldest.Reset();
            return received;
        }
    }

    /// <returns>False when the taker wanted no more.</returns>
    public bool ReadInto(long after, long upTo, PayloadTaker take)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteReadingStore));
            _packed.Bind(2, after).Bind(3, upTo);
            try
            {
                while (_packed.Step())
                {
                    if (!take(_packed.Integer(0), _packed.Bytes(1)))
                    {
                        return false;
                    }
                }

                return true;
            }
            finally
            {
                _packed.Reset();
            }
        }
    }

    public long? PositionBehind(long after, int count)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteReadingStore));
            long? position = _behind.Bind(2, after).Bind(3, count - 1).Step() ? _behind.Integer(0) : null;
            _behind.Reset();
            return position;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _connection.Dispose();
        }
    }

    private StoredReading Current() => new(
        _read.Integer(0),
        _names.Of(_read.Bytes(1)),
        _read.Integer(2),
        _lane,
        _names.Of(_read.Bytes(3)),
        _names.Of(_read.Bytes(4)),
        _read.Bytes(5).ToArray())
    {
        Received = DateTimeOffset.FromUnixTimeMilliseconds(_read.Integer(6)),
    };
}
