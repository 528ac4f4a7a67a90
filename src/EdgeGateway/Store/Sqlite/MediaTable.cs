namespace EdgeGateway.Store.Sqlite;

/// <summary>The writer's side of <c>media</c>.</summary>
internal sealed class MediaTable(StoreConnection connection)
{
    private readonly Statement _find = connection.Prepare("SELECT 1 FROM media WHERE sha256=?1");
    private readonly Statement _insert = connection.Prepare(
        """
        INSERT INTO media(position, sha256, type, bytes, device, epoch, seq) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT(sha256) DO NOTHING RETURNING 1
        """);

    private readonly Statement _delete = connection.Prepare("DELETE FROM media WHERE position=?1 AND sha256=?2 RETURNING bytes");
    private readonly Statement _folder = connection.Prepare(
        "SELECT position, sha256, type, bytes FROM media WHERE sha256 BETWEEN ?1 AND ?2");

    public bool Holds(string sha256)
    {
        bool holds = _find.Bind(1, Convert.FromHexString(sha256)).Step();
        _find.Reset();
        return holds;
    }

    /// <summary>Queues the file unless it is queued already; <paramref name="of"/> is the reading that names it.</summary>
    public void Add(string sha256, string type, long bytes, Dropped of, Totals totals)
    {
        _insert.Bind(1, totals.MediaPosition + 1).Bind(2, Convert.FromHexString(sha256)).Bind(3, type).Bind(4, bytes)
            .Bind(5, of.Device).Bind(6, of.Epoch).Bind(7, of.Seq);
        while (_insert.Step())
        {
            totals.MediaPosition++;
            totals.Media++;
            totals.MediaBytes += bytes;
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
        }
    }

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
            waiting.Add(new(_folder.Integer(0), Convert.ToHexStringLower(_folder.Bytes(1)), _folder.Text(2), _folder.Integer(3)));
        }

        return waiting;
    }
}
