using EdgeGateway.Store.Media;
using EdgeGateway.Store.Retention;
using EdgeGateway.Store.Sqlite;
using EdgeGateway.Store.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace EdgeGateway.Store.Recovery;

/// <summary>
/// Opens a store whatever state it is in: a sound one as it is, a damaged one after it was salvaged. Only a disk that
/// refuses writing, another owner or another version can stop it.
/// </summary>
internal sealed class StoreOpening(StoreOptions options, StoreFolder folder, TimeProvider time, Random random, ILogger log)
{
    private const int LongestCause = 40;
    private const int IoErrorCorruptFileSystem = raw.SQLITE_IOERR | (33 << 8);

    private static readonly HashSet<int> s_passing =
    [
        raw.SQLITE_PERM, raw.SQLITE_ABORT, raw.SQLITE_BUSY, raw.SQLITE_LOCKED, raw.SQLITE_NOMEM, raw.SQLITE_READONLY, raw.SQLITE_INTERRUPT,
        raw.SQLITE_FULL, raw.SQLITE_CANTOPEN, raw.SQLITE_PROTOCOL, raw.SQLITE_MISUSE,
    ];

    /// <exception cref="StoreOpenException">It cannot be opened, and why.</exception>
    public OpenedStore Open()
    {
        var salvage = new Salvage(options, folder.Path, time, random, log);
        salvage.Resume();
        try
        {
            return OpenSound();
        }
        catch (Exception e) when (MaySalvage(e))
        {
            salvage.Run(CauseOf(e), e);
            return OpenSound();
        }
    }

    private OpenedStore OpenSound()
    {
        StoreMark? mark = MarkFile.Read(folder.Path);
        FirstLook.Take(folder.Path, mark);
        StoreConnection connection = StoreConnection.ForWriting(folder.Database, options.DatabaseMost, RoomPlan.For(options, options.Disk.Look(folder.Path)).LogPages);
        try
        {
            return OpenSound(connection, mark);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private OpenedStore OpenSound(StoreConnection connection, StoreMark? mark)
    {
        if (mark is not null && !StoreSchema.Exists(connection))
        {
            throw new StoreDamagedException("schema");
        }

        StoreSchema.Ensure(connection, random);
        FolderSync.SyncFile(folder.Log);
        FolderSync.Sync(folder.Path);
        var tables = new StoreTables(connection, options.Gateway, new MarkFile(folder.Path), time);
        try
        {
            StartCheck.Run(connection, tables.Totals, tables.Epochs, mark);
            _ = tables.Parcels.All();
            var spool = new Spool(folder.Path);
            new SpoolCheck(spool, tables, new OwnReadings(options, time), log).Run();
            var opened = new OpenedStore(tables, spool, new NativeKeys(options, time, tables.NativeKeys), [.. tables.Memory.All()]);
            tables.Mark();
            tables.ClearLeftovers();
            connection.KeepLog = false;
            return opened;
        }
        catch
        {
            tables.Dispose();
            throw;
        }
    }

    /// <remarks>
    /// Somebody else's lock, another version, a lack of memory and a disk that does not take or give something just now
    /// are no damage. Everything else that stops an opening is, whatever its name: garbled rows fail in many ways.
    /// </remarks>
    private bool MaySalvage(Exception failure) => failure switch
    {
        StoreOpenException or OutOfMemoryException or IOException or UnauthorizedAccessException => false,
        SqliteException { SqliteErrorCode: raw.SQLITE_IOERR } sqlite =>
            sqlite.SqliteExtendedErrorCode is raw.SQLITE_IOERR_READ or raw.SQLITE_IOERR_SHORT_READ or IoErrorCorruptFileSystem && DiskProbe.Refusal(folder.Path) is null,
        SqliteException { SqliteErrorCode: var code } => !s_passing.Contains(code),
        _ => DiskProbe.Refusal(folder.Path) is null,
    };

    private static string CauseOf(Exception failure) => failure switch
    {
        StoreDamagedException damage => damage.Cause,
        SqliteException sqlite => FormattableString.Invariant($"sqlite-{sqlite.SqliteErrorCode}"),
        _ => failure.GetType().Name.ToLowerInvariant() is var name && name.Length > LongestCause ? name[..LongestCause] : name,
    };
}
