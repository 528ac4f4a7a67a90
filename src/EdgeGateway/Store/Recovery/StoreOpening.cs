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
        FolderSync.Sync(folder.Path);
        var tables = new StoreTables(connection, options.Gateway, new MarkFile(folder.Path), time);
        try
        {
            StartCheck.Run(connection, tables.Totals, tables.Epochs, mark);
            var spool = new Spool(folder.Path);
            new SpoolCheck(spool, tables, new OwnReadings(options, time), log).Run();
            var opened = new OpenedStore(tables, spool, new NativeKeys(options, time, tables.NativeKeys), [.. tables.Memory.All()]);
            tables.Mark();
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
    /// Somebody else's lock, another version and a lack of memory are no damage. Everything else that stops an opening
    /// is, unless the disk itself says no: an error code alone does not tell, a flipped bit in the header makes a
    /// database read-only.
    /// </remarks>
    private bool MaySalvage(Exception failure) =>
        failure is not (StoreOpenException or OutOfMemoryException) &&
        failure is not SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_NOMEM or raw.SQLITE_FULL } &&
        DiskProbe.Refusal(folder.Path) is null;

    private static string CauseOf(Exception failure) => failure switch
    {
        StoreDamagedException damage => damage.Cause,
        SqliteException sqlite => FormattableString.Invariant($"sqlite-{sqlite.SqliteErrorCode}"),
        _ => failure.GetType().Name.ToLowerInvariant() is var name && name.Length > LongestCause ? name[..LongestCause] : name,
    };
}
