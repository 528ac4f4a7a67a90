using System.Text;
using EdgeGateway.Store.Recovery;

namespace EdgeGateway.Store.Sqlite;

/// <summary>The writer's side of <c>media</c>.</summary>
internal sealed class MediaTable(StoreConnection connection)
{
    private readonly Statement _find = connection.Prepare("SELECT position, sha256, type, bytes, crc FROM media WHERE sha256=?1");
    private readonly Statement _insert = connection.Prepare(
        """
        INSERT INTO media(position, sha256, type, bytes, crc, device, epoch, seq, wanted) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        ON CONFLICT(sha256) DO NOTHING RETURNING 1
        """);

    private readonly Statement _delete = connection.Prepare("DELETE FROM media WHERE position=?1 AND sha256=?2 RETURNING bytes, wanted IS 0");
    private readonly Statement _want = connection.Prepare("""
        UPDATE media SET wanted=coalesce(nullif(wanted, 0), (SELECT coalesce(max(wanted), 0) + 1 FROM media)) WHERE sha256=?1 RETURNING 1
        """);

    private readonly Statement _kept = connection.Prepare("SELECT bytes FROM media WHERE sha256=?1 AND wanted=0");

    private readonly Statement _taken = connection.Prepare("UPDATE media SET taken=max(taken, ?3) WHERE position=?1 AND sha256=?2");
    private readonly Statement _folder = connection.Prepare(
        "SELECT position, sha256, type, bytes, crc FROM media WHERE sha256 BETWEEN ?1 AND ?2");

    public bool Holds(string sha256)
    {
        bool holds = _find.Bind(1, Convert.FromHexString(sha256)).Step();
        _find.Reset();
        return holds;
    }

    /// <returns>The row of the file; null when it is not queued.</returns>
    public StoredMedia? Find(string sha256)
    {
        StoredMedia? row = _find.Bind(1, Convert.FromHexString(sha256)).Step() ? Current(_find) : null;
        _find.Reset();
        return row;
    }

    /// <summary>
    /// Queues the file unless it is queued already; <paramref name="of"/> is the reading that names it, null when nobody knows. One that
    /// was kept until somebody asks, and now belongs to a reading whose files travel, travels.
    /// </summary>
    public void Add(string sha256, string type, long bytes, Dropped? of, Totals totals, bool onDemand = false)
    {
        long position = totals.MediaPosition + 1;
        byte[] hash = Convert.FromHexString(sha256);
        long crc = RowChecksum.OfMedia(position, hash, Encoding.UTF8.GetBytes(type), bytes);
        _insert.Bind(1, position).Bind(2, hash).Bind(3, type).Bind(4, bytes).Bind(5, crc);
        _ = of is { } known
            ? _insert.Bind(6, known.Device).Bind(7, known.Epoch).Bind(8, known.Seq)
            : _insert.BindNull(6).BindNull(7).BindNull(8);
        _ = onDemand ? _insert.Bind(9, 0L) : _insert.BindNull(9);
        bool queued = false;
        while (_insert.Step())
        {
            queued = true;
            totals.MediaPosition++;
            totals.Media++;
            totals.MediaBytes += bytes;
            totals.Unasked = onDemand ? totals.Unasked.With(bytes) : totals.Unasked;
        }

        if (!queued && !onDemand && Kept(hash) is not null)
        {
            Want(sha256, totals);
        }
    }

    /// <summary>Takes the file off the queue, unless it was queued again behind this position.</summary>
    public void Remove(StoredMedia media, Totals totals)
    {
        _delete.Bind(1, media.Position).Bind(2, Convert.FromHexString(media.Sha256));
        while (_delete.Step())
        {
            totals.Media--;
            totals.MediaBytes -= _delete.Integer(0);
            totals.Unasked = _delete.Integer(1) != 0 ? totals.Unasked.Without(_delete.Integer(0)) : totals.Unasked;
        }
    }

    /// <returns>False when the file is not queued.</returns>
    public bool Want(string sha256, Totals totals)
    {
        bool found = false;
        byte[] hash = Convert.FromHexString(sha256);
        totals.Unasked = Kept(hash) is { } bytes ? totals.Unasked.Without(bytes) : totals.Unasked;
        _want.Bind(1, hash);
        while (_want.Step())
        {
            found = true;
        }

        return found;
    }

    public void Taken(StoredMedia media, int parts) =>
        _taken.Bind(1, media.Position).Bind(2, Convert.FromHexString(media.Sha256)).Bind(3, parts).Run();

    /// <returns>What waits of the files whose hash begins with the byte.</returns>
    public List<StoredMedia> InFolder(byte first)
    {
        var waiting = new List<StoredMedia>();
        Span<byte> to = stackalloc byte[33];
        to.Fill(0xff);
        to[0] = first;
        _folder.Bind(1, [first]).Bind(2, to);
        while (_folder.Step())
        {
            waiting.Add(Current(_folder));
        }

        return waiting;
    }

    /// <returns>The length of a file that nobody asked for; null when it is none of these.</returns>
    private long? Kept(byte[] hash)
    {
        long? bytes = _kept.Bind(1, hash).Step() ? _kept.Integer(0) : null;
        _kept.Reset();
        return bytes;
    }

    /// <param name="row">Position, hash, type, bytes and checksum, in this order.</param>
    /// <exception cref="StoreDamagedException">The row is not as it was written.</exception>
    public static StoredMedia Current(Statement row)
    {
        if (row.Integer(4) != RowChecksum.OfMedia(row.Integer(0), row.Bytes(1), row.Bytes(2), row.Integer(3)))
        {
            throw new StoreDamagedException("media-table");
        }

        return new(row.Integer(0), Convert.ToHexStringLower(row.Bytes(1)), row.Text(2), row.Integer(3));
    }
}
