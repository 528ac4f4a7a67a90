namespace EdgeGateway.Store.Sqlite;

/// <summary>Reads the queue of files on its own connection.</summary>
internal sealed class MediaReader : IDisposable
{
    private readonly Lock _gate = new();
    private readonly StoreConnection _connection;
    private readonly Statement _pending;
    private readonly Statement _wanted;
    private bool _closed;

    public MediaReader(StoreConnection connection)
    {
        _connection = connection;
        _pending = connection.Prepare(
            "SELECT position, sha256, type, bytes, taken FROM media WHERE position > ?1 ORDER BY position LIMIT ?2");
        _wanted = connection.Prepare(
            "SELECT position, sha256, type, bytes, taken FROM media WHERE wanted IS NOT NULL ORDER BY wanted LIMIT ?1");
    }

    public IReadOnlyList<StoredMedia> Pending(long after, int most) => Read(_pending, () => _pending.Bind(1, after).Bind(2, most));

    public IReadOnlyList<StoredMedia> Wanted(int most) => Read(_wanted, () => _wanted.Bind(1, most));

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _connection.Dispose();
        }
    }

    private List<StoredMedia> Read(Statement rows, Action bind)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteReadingStore));
            bind();
            var found = new List<StoredMedia>();
            while (rows.Step())
            {
                found.Add(new(
                    rows.Integer(0), Convert.ToHexStringLower(rows.Bytes(1)), rows.Text(2), rows.Integer(3), (int)rows.Integer(4)));
            }

            return found;
        }
    }
}
