namespace EdgeGateway.Store.Sqlite;

/// <summary>Reads the queue of files on its own connection.</summary>
internal sealed class MediaReader : IDisposable
{
    private readonly Lock _gate = new();
    private readonly StoreConnection _connection;
    private readonly Statement _pending;
    private bool _closed;

    public MediaReader(StoreConnection connection)
    {
        _connection = connection;
        _pending = connection.Prepare(
            "SELECT position, sha256, type, bytes FROM media WHERE position > ?1 ORDER BY position LIMIT ?2");
    }

    public IReadOnlyList<StoredMedia> Pending(long after, int most)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteReadingStore));
            var waiting = new List<StoredMedia>();
            _pending.Bind(1, after).Bind(2, most);
            while (_pending.Step())
            {
                waiting.Add(new(
                    _pending.Integer(0), Convert.ToHexStringLower(_pending.Bytes(1)), _pending.Text(2), _pending.Integer(3)));
            }

            return waiting;
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
}
