using EdgeGateway.Store.Recovery;

namespace EdgeGateway.Store.Sqlite;

/// <summary>Reads the queue of files on its own connection.</summary>
internal sealed class MediaReader : IDisposable
{
    private readonly Lock _gate = new();
    private readonly StoreConnection _connection;
    private readonly DamageNotice _damage;
    private readonly Statement _pending;
    private readonly Statement _wanted;
    private readonly Statement _find;
    private bool _closed;

    public MediaReader(StoreConnection connection, DamageNotice damage)
    {
        _damage = damage;
        _connection = connection;
        _pending = connection.Prepare(
            "SELECT position, sha256, type, bytes, crc, taken, wanted IS 0 FROM media WHERE position > ?1 ORDER BY position LIMIT ?2");
        _wanted = connection.Prepare(
            "SELECT position, sha256, type, bytes, crc, taken, wanted IS 0 FROM media WHERE wanted > 0 ORDER BY wanted LIMIT ?1");
        _find = connection.Prepare("SELECT position, sha256, type, bytes, crc, taken, wanted IS 0 FROM media WHERE sha256=?1");
    }

    public IReadOnlyList<StoredMedia> Pending(long after, int most) => Read(_pending, () => _pending.Bind(1, after).Bind(2, most));

    public IReadOnlyList<StoredMedia> Wanted(int most) => Read(_wanted, () => _wanted.Bind(1, most));

    public StoredMedia? Find(string sha256) => Read(_find, () => _find.Bind(1, Convert.FromHexString(sha256))) is [var file] ? file : null;

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _connection.Dispose();
        }
    }

    /// <returns>What can be read; it ends before damage, which is declared.</returns>
    private List<StoredMedia> Read(Statement rows, Action bind)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteReadingStore));
            bind();
            var found = new List<StoredMedia>();
            try
            {
                while (rows.Step())
                {
                    found.Add(MediaTable.Current(rows) with { Taken = (int)rows.Integer(5), OnDemand = rows.Integer(6) != 0 });
                }
            }
            catch (Exception e) when (DamageNotice.Is(e))
            {
                rows.Reset();
                _damage.Declare("media-table", e);
            }

            return found;
        }
    }
}
