using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Recovery;
using Microsoft.Data.Sqlite;

namespace EdgeGateway.Store.Sqlite;

/// <summary>Reads one lane on its own connection, so that no pump waits for another or for the writer.</summary>
internal sealed class LaneReader : IDisposable
{
    private readonly Lock _gate = new();
    private readonly long _lane;
    private readonly StoreConnection _connection;
    private readonly DamageNotice _damage;
    private readonly RowSource _read;
    private readonly Statement _oldest;
    private readonly RowSource _packed;
    private readonly Statement _behind;
    private bool _closed;

    public LaneReader(StoreConnection connection, Lane lane, DamageNotice damage)
    {
        _lane = (long)lane;
        _connection = connection;
        _damage = damage;
        _read = new RowSource(connection, "lane=?1 AND parked IS NULL AND position > ?2 ORDER BY position LIMIT ?3");
        _oldest = connection.Prepare("""
            SELECT received FROM reading WHERE lane=?1 AND parked IS NULL AND position > ?2 ORDER BY position LIMIT 1
            """).Bind(1, (long)lane);
        _packed = new RowSource(connection, "lane=?1 AND parked IS NULL AND position > ?2 AND position <= ?3 ORDER BY position");
        _behind = connection.Prepare("""
            SELECT position FROM reading WHERE lane=?1 AND parked IS NULL AND position > ?2 ORDER BY position LIMIT 1 OFFSET ?3
            """).Bind(1, (long)lane);
    }

    /// <returns>What can be read; it ends before damage, which is declared.</returns>
    /// <exception cref="IOException">The first one is damaged: nothing here may pass for an empty lane.</exception>
    public IReadOnlyList<StoredReading> Read(long after, int most)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteReadingStore));
            var readings = new List<StoredReading>(Math.Min(most, 512));
            try
            {
                Fill(readings, after, most);
            }
            catch (SqliteException e) when (DamageNotice.Is(e))
            {
                _damage.Declare("database", e);
            }

            return readings.Count > 0 || !_damage.Declared ? readings : throw Unreadable();
        }
    }

    /// <returns>When the first reading behind the position was received; null when there is none.</returns>
    public DateTimeOffset? Oldest(long after)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteReadingStore));
            try
            {
                return Received(after);
            }
            catch (SqliteException e) when (DamageNotice.Is(e))
            {
                _damage.Declare("database", e);
                return null;
            }
        }
    }

    /// <returns>False when the taker wanted no more.</returns>
    /// <exception cref="IOException">What comes next is damaged; that is declared.</exception>
    public bool ReadInto(long after, long upTo, PayloadTaker take)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteReadingStore));
            try
            {
                return Hand(after, upTo, take);
            }
            catch (SqliteException e) when (DamageNotice.Is(e))
            {
                _damage.Declare("database", e);
                throw Unreadable();
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
            try
            {
                long? position = _behind.Bind(2, after).Bind(3, count - 1).Step() ? _behind.Integer(0) : null;
                _behind.Reset();
                return position;
            }
            catch (SqliteException e) when (DamageNotice.Is(e))
            {
                _damage.Declare("database", e);
                return null;
            }
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

    private void Fill(List<StoredReading> readings, long after, int most)
    {
        _read.Bind(_lane, after, most);
        while (_read.Next())
        {
            if (!_read.Sound)
            {
                _read.Reset();
                _damage.Declare("row-checksum");
                return;
            }

            readings.Add(_read.Reading);
        }
    }

    private bool Hand(long after, long upTo, PayloadTaker take)
    {
        _packed.Bind(_lane, after, upTo);
        while (_packed.Next())
        {
            if (!_packed.Sound)
            {
                _damage.Declare("row-checksum");
                throw Unreadable();
            }

            if (!take(_packed.Position, _packed.Payload))
            {
                return false;
            }
        }

        return true;
    }

    private static IOException Unreadable() => new("the store is damaged and is being started anew");

    private DateTimeOffset? Received(long after)
    {
        if (!_oldest.Bind(2, after).Step())
        {
            return null;
        }

        long received = Math.Clamp(_oldest.Integer(0), 0, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds());
        _oldest.Reset();
        return DateTimeOffset.FromUnixTimeMilliseconds(received);
    }
}
