using EdgeGateway.Store.Recovery;
using EdgeGateway.Store.Sqlite;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Store.Media;

/// <summary>
/// Makes files and rows agree at a start, one folder at a time so that a large spool takes little memory. A file
/// without a row was never acknowledged or is delivered: it goes. A row without its file cannot be delivered: it goes
/// too, is counted, and a gap says so.
/// </summary>
internal sealed class SpoolCheck(Spool spool, StoreTables tables, OwnReadings own, ILogger log)
{
    private const int Named = 20;

    private readonly List<StoredMedia> _gone = [];
    private readonly List<(byte First, HashSet<string> Names)> _orphaned = [];
    private long _orphans;
    private long _rows;

    public void Run()
    {
        spool.SweepIncoming();
        for (int first = 0; first < 256; first++)
        {
            Compare((byte)first);
        }

        if (_rows != tables.Totals.Media)
        {
            // The table does not show all of its rows: nothing may be called an orphan on its word.
            throw new StoreDamagedException("media-rows");
        }

        foreach ((byte first, HashSet<string> names) in _orphaned)
        {
            spool.Delete(first, names);
        }

        if (_orphans > 0)
        {
            StoreLog.OrphansRemoved(log, _orphans);
        }

        if (_gone.Count > 0)
        {
            tables.Transact(DropGone);
            StoreLog.MediaGone(log, _gone.Count, _gone[0].Sha256);
        }
    }

    private void Compare(byte first)
    {
        HashSet<string> files = spool.Files(first);
        foreach (StoredMedia waiting in tables.Media.InFolder(first))
        {
            _rows++;
            if (!files.Remove(waiting.Sha256))
            {
                _gone.Add(waiting);
            }
        }

        _orphans += files.Count;
        if (files.Count > 0)
        {
            _orphaned.Add((first, files));
        }
    }

    private void DropGone(Totals totals)
    {
        foreach (StoredMedia media in _gone)
        {
            tables.Media.Remove(media, totals);
        }

        totals.MediaMissing += _gone.Count;
        tables.Readings.Insert(own.Of(LostMediaChore.Gap(tables.Epoch, _gone.Take(Named).Select(static media => media.Sha256), _gone.Count)), totals);
    }
}
