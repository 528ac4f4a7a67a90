using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace EdgeGateway.Store.Recovery;

/// <summary>Goes over the rows of a store in slices, each with a snapshot of its own that is soon let go.</summary>
internal sealed class TableWalk : IDisposable
{
    private const int Lanes = 3;

    private readonly StoreConnection _connection;
    private readonly RowSource _rows;
    private readonly Statement _indexed;

    public TableWalk(StoreConnection connection)
    {
        _connection = connection;
        _rows = new RowSource(connection, "position > ?1 ORDER BY position LIMIT ?2");
        _indexed = connection.Prepare("""
            SELECT COUNT(*) FROM reading INDEXED BY reading_lane
            WHERE lane=?1 AND parked IS NULL AND position > ?2 AND position <= ?3
            """);
    }

    /// <summary>Rows looked at so far.</summary>
    public long Rows { get; private set; }

    /// <param name="after">Position behind which to start.</param>
    /// <param name="most">How many rows.</param>
    /// <returns>Position to go on behind; null at the end.</returns>
    /// <exception cref="StoreDamagedException">A row is not as it was written, or the lane index tells otherwise.</exception>
    public long? Slice(long after, int most)
    {
        try
        {
            _connection.Execute("BEGIN");
            return Compare(after, most);
        }
        catch (SqliteException e) when (DamageNotice.Is(e))
        {
            throw new StoreDamagedException("database", e);
        }
        finally
        {
            _rows.Reset();
            _indexed.Reset();
            End();
        }
    }

    public void Dispose() => _connection.Dispose();

    /// <remarks>Over a damaged page SQLite may refuse even to let go; what was found is said already, and closing lets go.</remarks>
    private void End()
    {
        try
        {
            _connection.Execute("COMMIT");
        }
        catch (SqliteException)
        {
        }
    }

    private long? Compare(long after, int most)
    {
        Span<long> counted = stackalloc long[Lanes];
        int rows = 0;
        long last = after;
        _rows.Bind(after, most);
        while (_rows.Next())
        {
            if (!_rows.Sound || _rows.Lane is < 0 or >= Lanes)
            {
                throw new StoreDamagedException("row-checksum");
            }

            rows++;
            last = _rows.Position;
            counted[(int)_rows.Lane] += _rows.Parked ? 0 : 1;
        }

        Rows += rows;
        long? next = rows < most ? null : last;
        for (Lane lane = Lane.Alarm; lane <= Lane.Telemetry; lane++)
        {
            _indexed.Bind(1, (long)lane).Bind(2, after).Bind(3, next ?? long.MaxValue);
            if (!_indexed.Step() || _indexed.Integer(0) != counted[(int)lane])
            {
                throw new StoreDamagedException("lane-index");
            }

            _indexed.Reset();
        }

        return next;
    }
}
