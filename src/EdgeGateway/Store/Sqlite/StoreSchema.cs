using System.Globalization;
using EdgeGateway.Store.Recovery;

namespace EdgeGateway.Store.Sqlite;

/// <summary>
/// The format on disk, version 5. The folder of a store holds:
/// <list type="bullet">
/// <item><c>store.db</c>, with <c>-wal</c> and <c>-shm</c> beside it while it is open: a SQLite database in WAL mode.</item>
/// <item><c>store.lock</c>: empty; whoever holds the lock on it owns the store.</item>
/// <item><c>store.mark</c>: what the last commit left, in a second place: see <see cref="Recovery.StoreMark"/>.</item>
/// <item><c>store.damaged</c>: one line; a run found damage and the next start is to salvage.</item>
/// <item><c>store.salvage</c>: names the folder that is being salvaged; <c>store.new</c>: the store that comes out of it.</item>
/// <item><c>damaged/TIME-REASON/</c>: what was set aside.</item>
/// <item><c>media/ab/HASH</c>: files named by their SHA-256 in 64 hex digits, in a folder named by the first two.</item>
/// <item><c>media/incoming/</c>: files that are being written; what lies there at a start is rubbish.</item>
/// </list>
/// <para>
/// <c>reading</c> holds what is not delivered. <c>position</c> orders all of it and is given by the writer; it rises
/// across epochs and is never given twice, because the last one given stands in <c>totals</c> and changes in the same
/// transaction as the rows. <c>epoch</c> and <c>seq</c> are the number the platform sees. <c>received</c> is in
/// milliseconds since 1970 UTC. <c>payload</c> is the complete event. <c>parked</c> says why a reading can never be
/// delivered; such a row stays and is outside its lane's index. <c>crc</c> in <c>reading</c> and <c>media</c> is
/// <see cref="RowChecksum"/>; a row whose checksum is wrong is never delivered.
/// </para>
/// <para>
/// <c>totals</c> is one row: the last numbers given, and how much waits, kept beside every change, so that a store of
/// a million readings opens without counting them; <c>commits</c> grows by one with each. <c>native_key</c> is a log of the devices' own identifiers, oldest
/// first, cut off at the front; <c>seen</c> is in seconds of running time. <c>media</c> lists the files that wait; a row is committed only after its file is
/// synced and has its name, and a file goes only after its row is gone. <c>taken</c> counts the parts
/// of a large file that are delivered; <c>wanted</c> is the order in which somebody asked for files, null for most, 0 for those that wait to be asked for. <c>memory</c> holds small facts by name.
/// <c>meta</c> holds <c>schema</c>: this version. The lane index is the only one whose entries are two integers: a salvage knows it by that.
/// </para>
/// <para>
/// <c>epoch</c> has a row for every epoch of which something may be here: <c>position = base + seq</c> for each of its
/// readings, which is how a receipt that speaks of numbers finds rows. <c>head</c> is the last number of an epoch that
/// ended; null for the one that goes on.
/// </para>
/// <para>
/// <c>gap</c> gathers what is gone, a row for each device, lane, epoch and cause, changed in the transaction that drops;
/// the transaction that appends a row's record as a reading deletes the row. <c>since</c> and <c>touched</c> are its
/// first and last change in milliseconds since 1970 UTC. <c>age</c> says which positions had been given when the store
/// had run for so many hours, all its runs together. <c>media</c> says of whose reading a file was part first.
/// </para>
/// <para>
/// <c>evidence</c> is the chain of <see cref="Evidence.EvidenceLink"/>, cut off at the front; a link is written with its reading and
/// stays when that is delivered. It is the only table of rows with four columns: a salvage knows it by that.
/// </para>
/// <para>
/// <c>parcel</c> holds the records of parcels that are open or were closed a while ago (<see cref="Parcels.ParcelRow"/>), changed in the commit
/// of the reading that shows them. <c>crc</c> is over all other columns. It is the only table of rows with seven columns: a salvage knows
/// it by that. Version 4 lacked this table and nothing else; such a store is brought to 5 when it is opened.
/// </para>
/// </summary>
internal static class StoreSchema
{
    public const int Version = 5;

    private const int BeforeParcels = 4;

    private const string ParcelTable = """
        CREATE TABLE parcel(
            number INTEGER PRIMARY KEY, revision INTEGER NOT NULL, version INTEGER NOT NULL, told INTEGER NOT NULL, final INTEGER NOT NULL,
            crc INTEGER NOT NULL, body BLOB NOT NULL);
        """;

    /// <remarks>Stores of this version that were made without it get it when they are opened. Three integers an entry, as a salvage needs it: see above.</remarks>
    private const string KeptIndex = "CREATE INDEX IF NOT EXISTS media_kept ON media(wanted, position) WHERE wanted=0;";

    private const string Tables = """
        CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE memory(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE epoch(epoch TEXT PRIMARY KEY, base INTEGER NOT NULL, head INTEGER NULL) WITHOUT ROWID;
        CREATE TABLE reading(
            position INTEGER PRIMARY KEY, epoch TEXT NOT NULL, seq INTEGER NOT NULL, lane INTEGER NOT NULL,
            device TEXT NOT NULL, kind TEXT NOT NULL, received INTEGER NOT NULL, parked TEXT NULL, crc INTEGER NOT NULL,
            payload BLOB NOT NULL);
        CREATE INDEX reading_lane ON reading(lane) WHERE parked IS NULL;
        CREATE TABLE native_key(number INTEGER PRIMARY KEY, key BLOB NOT NULL, seen INTEGER NOT NULL);
        CREATE TABLE media(
            position INTEGER PRIMARY KEY, sha256 BLOB NOT NULL UNIQUE, type TEXT NOT NULL, bytes INTEGER NOT NULL,
            crc INTEGER NOT NULL, taken INTEGER NOT NULL DEFAULT 0, wanted INTEGER NULL,
            device TEXT NULL, epoch TEXT NULL, seq INTEGER NULL);
        CREATE INDEX media_wanted ON media(wanted, sha256) WHERE wanted IS NOT NULL;
        CREATE TABLE totals(
            one INTEGER PRIMARY KEY, position INTEGER NOT NULL, seq INTEGER NOT NULL, alarm INTEGER NOT NULL,
            event INTEGER NOT NULL, telemetry INTEGER NOT NULL, parked INTEGER NOT NULL, media_position INTEGER NOT NULL,
            media INTEGER NOT NULL, media_bytes INTEGER NOT NULL, media_missing INTEGER NOT NULL,
            commits INTEGER NOT NULL,
            alarm_bytes INTEGER NOT NULL DEFAULT 0, event_bytes INTEGER NOT NULL DEFAULT 0,
            telemetry_bytes INTEGER NOT NULL DEFAULT 0, parked_bytes INTEGER NOT NULL DEFAULT 0);
        INSERT INTO totals(one, position, seq, alarm, event, telemetry, parked, media_position, media, media_bytes, media_missing, commits)
            VALUES(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        CREATE INDEX reading_parked_age ON reading(received, lane) WHERE parked IS NOT NULL;
        CREATE TABLE gap(
            device TEXT NOT NULL, lane INTEGER NOT NULL, epoch TEXT NOT NULL, cause TEXT NOT NULL, first INTEGER NOT NULL,
            last INTEGER NOT NULL, count INTEGER NOT NULL, note TEXT NULL, since INTEGER NOT NULL, touched INTEGER NOT NULL,
            PRIMARY KEY(device, lane, epoch, cause)) WITHOUT ROWID;
        CREATE TABLE absent(
            epoch TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, cause TEXT NOT NULL, PRIMARY KEY(epoch, first)) WITHOUT ROWID;
        CREATE INDEX reading_parked ON reading(position, lane) WHERE parked IS NOT NULL;
        CREATE TABLE evidence(number INTEGER PRIMARY KEY, hash BLOB NOT NULL, about TEXT NOT NULL, position INTEGER NOT NULL);
        CREATE TABLE age(hours REAL PRIMARY KEY, position INTEGER NOT NULL, media_position INTEGER NOT NULL) WITHOUT ROWID;
        """;

    /// <summary>Makes the tables of a new store and begins its epoch; adds to an older one what it lacks.</summary>
    /// <exception cref="StoreOpenException">The store was written by another version.</exception>
    public static void Ensure(StoreConnection connection, Random random)
    {
        if (!Exists(connection))
        {
            Make(connection, [new(NewEpoch(random), 0, null)]);
        }
        else if (VersionOf(connection) == BeforeParcels)
        {
            connection.Execute(FormattableString.Invariant(
                $"BEGIN IMMEDIATE; {ParcelTable} UPDATE meta SET value='{Version}' WHERE name='schema'; PRAGMA application_id={Version}; COMMIT"));
        }

        Check(connection);
        connection.Execute(KeptIndex);
    }

    /// <summary>Makes the tables, empty but for the epochs; the last one is the one that goes on.</summary>
    public static void Make(StoreConnection connection, IReadOnlyList<StoreEpoch> epochs)
    {
        connection.Execute(FormattableString.Invariant(
            $"BEGIN IMMEDIATE; {Tables} {ParcelTable} {KeptIndex} INSERT INTO meta VALUES('schema','{Version}'); PRAGMA application_id={Version};"));
        PutEpochs(connection, epochs);
        connection.Execute("COMMIT");
    }

    public static void PutEpochs(StoreConnection connection, IReadOnlyList<StoreEpoch> epochs)
    {
        using Statement row = connection.Prepare("INSERT INTO epoch VALUES(?1, ?2, ?3)");
        foreach (StoreEpoch epoch in epochs)
        {
            row.Bind(1, epoch.Epoch).Bind(2, epoch.Base);
            _ = epoch.Head is { } head ? row.Bind(3, head) : row.BindNull(3);
            row.Run();
        }
    }

    public static string NewEpoch(Random random) => random.NextInt64(1L << 32).ToString("x8", CultureInfo.InvariantCulture);

    /// <exception cref="StoreOpenException">The store was written by another version.</exception>
    /// <exception cref="StoreDamagedException">It was written by this one and does not say so any more.</exception>
    public static void Check(StoreConnection connection)
    {
        long version = VersionOf(connection);
        if (version != Version)
        {
            throw new StoreOpenException($"The store has format {version}; this version reads format {Version}.");
        }
    }

    private static long VersionOf(StoreConnection connection)
    {
        // The version stands in two places, so that a flipped bit in one is not taken for another version. Before 3 it stood in one.
        string schema = Meta(connection, "schema");
        long header = connection.Single("PRAGMA application_id");
        if (!long.TryParse(schema, NumberStyles.None, CultureInfo.InvariantCulture, out long version) || version != Math.Max(header, Math.Min(version, 2)))
        {
            throw new StoreDamagedException("schema");
        }

        return version;
    }

    public static bool Exists(StoreConnection connection)
    {
        using var rows = connection.Prepare("SELECT 1 FROM sqlite_schema WHERE name='meta'");
        bool exists = rows.Step();
        rows.Reset();
        return exists;
    }

    private static string Meta(StoreConnection connection, string name)
    {
        using var rows = connection.Prepare("SELECT value FROM meta WHERE name=?1");
        string value = rows.Bind(1, name).Step() ? rows.Text(0) : "unknown";
        rows.Reset();
        return value;
    }
}
