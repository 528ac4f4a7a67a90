using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Evidence;
using EdgeGateway.Store.Media;
using EdgeGateway.Store.Parcels;
using EdgeGateway.Store.Sqlite;
using Microsoft.Win32.SafeHandles;

namespace EdgeGateway.Store.Recovery;

/// <summary>
/// The store that comes out of a salvage, built under a name of its own. It is a store only when it was synced and got
/// its name; a crash before that costs nothing but the work.
/// </summary>
internal sealed class FreshStore : IDisposable
{
    private const string Insert =
        "INSERT INTO reading(position, epoch, seq, lane, device, kind, received, parked, crc, payload) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";

    private static readonly StoreEpoch s_none = new("00000000", 0, null);

    private readonly string _file;
    private readonly StoreConnection _connection;
    private readonly Statement _has;
    private readonly Statement _insert;

    /// <param name="file">Where; what lies there is thrown away.</param>
    public FreshStore(string file)
    {
        Discard(file);
        _file = file;
        _connection = StoreConnection.ForBuilding(file);
        StoreSchema.Make(_connection, [s_none]);
        _connection.Execute("BEGIN");
        _has = _connection.Prepare("SELECT 1 FROM reading WHERE position=?1");
        _insert = _connection.Prepare(Insert);
    }

    public static void Discard(string file)
    {
        foreach (string path in new[] { file, file + "-journal", file + "-wal", file + "-shm" })
        {
            File.Delete(path);
        }
    }

    /// <returns>False when the position is in already.</returns>
    public bool Put(RawReading reading)
    {
        bool has = _has.Bind(1, reading.Position).Step();
        _has.Reset();
        if (has)
        {
            return false;
        }

        _insert.Bind(1, reading.Position).BindText(2, reading.Epoch).Bind(3, reading.Seq).Bind(4, reading.Lane)
            .BindText(5, reading.Device).BindText(6, reading.Kind).Bind(7, reading.Received).Bind(9, reading.Checksum).Bind(10, reading.Payload);
        _ = reading.IsParked ? _insert.BindText(8, reading.Parked) : _insert.BindNull(8);
        _insert.Run();
        return true;
    }

    /// <summary>Which epoch begins is known only when all readings were seen: it must be none of theirs.</summary>
    public void PutEpochs(IReadOnlyList<StoreEpoch> epochs)
    {
        _connection.Execute("DELETE FROM epoch");
        StoreSchema.PutEpochs(_connection, epochs);
    }

    /// <summary>Numbered anew, because the log of keys has no holes.</summary>
    public void PutKeys(IEnumerable<(UInt128 Key, long Seen)> keys)
    {
        var table = new NativeKeyTable(_connection);
        long number = 1;
        foreach ((UInt128 key, long seen) in keys)
        {
            table.Append(number++, key, seen);
        }
    }

    public void PutMemory(IEnumerable<KeyValuePair<string, string>> memory)
    {
        var table = new MemoryTable(_connection);
        foreach ((string name, string value) in memory)
        {
            table.Put(name, value);
        }
    }

    /// <summary>Queues a file; the totals count it.</summary>
    public void PutMedia(IEnumerable<StoredMedia> files, Totals totals)
    {
        var table = new MediaTable(_connection);
        foreach (StoredMedia file in files)
        {
            totals.MediaPosition = Math.Max(totals.MediaPosition, file.Position - 1);
            table.Add(file.Sha256, file.Type, file.Bytes, null, totals, file.OnDemand);
        }
    }

    /// <summary>Carries the chain over as it is found: what is missing or altered in it shows at the next verification.</summary>
    public void PutEvidence(IEnumerable<EvidenceLink> links)
    {
        var table = new EvidenceTable(_connection);
        foreach (EvidenceLink link in links)
        {
            table.Append(link);
        }
    }

    /// <summary>Records of parcels go on where they stood: what comes for them finds them.</summary>
    public void PutParcels(IEnumerable<ParcelRow> parcels)
    {
        var table = new ParcelTable(_connection);
        foreach (ParcelRow parcel in parcels)
        {
            table.Put(parcel);
        }
    }

    /// <summary>Carries over what was gathered of losses and not told yet.</summary>
    public void PutGaps(IEnumerable<GapRow> gaps, TimeProvider time, Totals totals)
    {
        var table = new GapTable(_connection, new AbsentTable(_connection), time, "");
        foreach (GapRow gap in gaps)
        {
            var tally = new GapTally(gap.Cause, gap.Note);
            tally.Add(gap.First, gap.Last, gap.Count);
            table.Merge(tally, totals);
        }
    }

    /// <summary>Adds what the gateway itself has to say, in the epoch that begins.</summary>
    public void Append(string gateway, string epoch, IEnumerable<PendingReading> readings, Totals totals)
    {
        var table = new ReadingTable(_connection, gateway, epoch, new EvidenceChain(new EvidenceTable(_connection)));
        foreach (PendingReading reading in readings)
        {
            table.Insert(reading, totals);
        }
    }

    /// <summary>Commits, syncs, and leaves a whole database under the passing name.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public void Finish(Totals totals)
    {
        CountBytes(totals);
        new TotalsTable(_connection).Write(totals);
        _connection.Execute("COMMIT");
        _connection.Dispose();
        using SafeFileHandle file = File.OpenHandle(_file, FileMode.Open, FileAccess.ReadWrite);
        FolderSync.Sync(file);
    }

    public void Dispose() => _connection.Dispose();

    private void CountBytes(Totals totals)
    {
        totals.ParkedBytes = _connection.Single("SELECT coalesce(sum(length(payload)), 0) FROM reading WHERE parked IS NOT NULL");
        for (Lane lane = Lane.Alarm; lane <= Lane.Telemetry; lane++)
        {
            totals.Set(lane, totals.Waiting(lane), _connection.Single(FormattableString.Invariant(
                $"SELECT coalesce(sum(length(payload)), 0) FROM reading WHERE lane={(int)lane} AND parked IS NULL")));
        }
    }
}
