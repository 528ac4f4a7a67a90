using System.Text;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Media;
using EdgeGateway.Store.Recovery;
using EdgeGateway.Store.Recovery.Raw;
using EdgeGateway.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace EdgeGateway.Store;

/// <summary>
/// Takes readings out of a store by hand: a live one, a dead one, or a damaged one. What SQLite cannot read any more is
/// looked for page by page; every reading proves itself by its checksum. Writes nothing into the store.
/// </summary>
/// <param name="folder">Folder of the store, or one below its <c>damaged/</c>.</param>
/// <param name="lane">Only this lane; null for all.</param>
/// <param name="parked">True for the parked ones, false for those that wait.</param>
public sealed class StoreExport(string folder, Lane? lane, bool parked)
{
    private const int SliceRows = 500;

    private readonly PositionSet _shown = new();

    /// <summary>True when something could not be read in the usual way.</summary>
    public bool Damaged { get; private set; }

    /// <summary>Readings shown.</summary>
    public long Count => _shown.Count;

    /// <param name="show">Gets each reading once: by position, and behind those what was found page by page.</param>
    /// <exception cref="StoreOpenException">There is no store.</exception>
    public void Readings(Action<StoredReading> show)
    {
        string file = StoreFolder.DatabaseOf(folder);
        if (!File.Exists(file) && !File.Exists(file + "-wal"))
        {
            throw new StoreOpenException($"There is no store in {folder}.");
        }

        try
        {
            FirstLook.Take(folder, MarkFile.Read(folder));
            ThroughSql(file, show);
        }
        catch (Exception e) when (e is SqliteException or StoreDamagedException)
        {
            Damaged = true;
            ThroughPages(file, show);
        }
    }

    /// <summary>Copies the pictures that wait into a folder, each under its hash.</summary>
    /// <returns>How many.</returns>
    public long Pictures(string to)
    {
        Directory.CreateDirectory(to);
        var spool = new Spool(folder);
        long copied = 0;
        for (int first = 0; first < 256; first++)
        {
            foreach (string sha256 in spool.Files((byte)first).Where(sha256 => Spool.IsHash(sha256) && spool.Sound(sha256)))
            {
                File.Copy(spool.PathOf(sha256), Path.Combine(to, sha256), overwrite: true);
                copied++;
            }
        }

        return copied;
    }

    private void ThroughSql(string file, Action<StoredReading> show)
    {
        using StoreConnection connection = StoreConnection.ForLooking(file);
        StoreSchema.Check(connection);
        using var rows = new RowSource(connection, $"position > ?1 AND parked IS {(parked ? "NOT NULL" : "NULL")} ORDER BY position LIMIT ?2");
        for (long after = 0, read = SliceRows; read == SliceRows;)
        {
            rows.Bind(after, SliceRows);
            for (read = 0; rows.Next(); read++)
            {
                if (!rows.Sound)
                {
                    throw new StoreDamagedException("row-checksum");
                }

                after = rows.Position;
                Show(rows.Reading, show);
            }
        }
    }

    private void ThroughPages(string file, Action<StoredReading> show)
    {
        using var pages = new RawPages(file, file + "-wal");
        var sweep = new PageSweep(pages);
        var inventory = new Inventory();
        sweep.Show(inventory);
        LastKnown known = LastKnown.Of(MarkFile.Read(folder), inventory, new StoreOptions { Folder = folder, Gateway = "" });
        sweep.Show(new ReadingCarrier(inventory, known, consistent: true, reading =>
        {
            if (reading.IsParked == parked)
            {
                Show(Copy(reading), show);
            }

            return true;
        }));
    }

    private static StoredReading Copy(RawReading reading) => new(
        reading.Position,
        Encoding.UTF8.GetString(reading.Epoch),
        reading.Seq,
        (Lane)reading.Lane,
        Encoding.UTF8.GetString(reading.Device),
        Encoding.UTF8.GetString(reading.Kind),
        reading.Payload.ToArray());

    private void Show(StoredReading reading, Action<StoredReading> show)
    {
        if ((lane is null || lane == reading.Lane) && _shown.Add(reading.Position))
        {
            show(reading);
        }
    }
}
