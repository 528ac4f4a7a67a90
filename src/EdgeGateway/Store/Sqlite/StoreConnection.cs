using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EdgeGateway.Store.Sqlite;

/// <summary>One connection to <c>store.db</c> with the settings that the loss contract rests on.</summary>
internal sealed class StoreConnection : IDisposable
{
    private const int NoCheckpointOnClose = 1006; // SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE

    private readonly SqliteConnection _connection;
    private readonly List<Statement> _statements = [];

    private StoreConnection(string file, SqliteOpenMode mode)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = false,
        }.ToString());
        _connection.Open();
    }

    /// <summary>
    /// Whether closing leaves the log as it is. Folding it back is what loses the end of a damaged log, so nothing is
    /// folded before the store is known to be sound.
    /// </summary>
    public bool KeepLog
    {
        set => raw.sqlite3_db_config(_connection.Handle!, NoCheckpointOnClose, value ? 1 : 0, out _);
    }

    /// <summary>True outside a transaction; SQLite ends one by itself on some errors.</summary>
    public bool Settled => raw.sqlite3_get_autocommit(_connection.Handle!) != 0;

    /// <summary>The one that writes: every commit is synced, and the log is folded back at so many pages. Closing keeps the log until <see cref="KeepLog"/> is cleared.</summary>
    public static StoreConnection ForWriting(string file, long? most, int logPages)
    {
        var connection = new StoreConnection(file, SqliteOpenMode.ReadWriteCreate) { KeepLog = true };
        try
        {
            connection.SetUpForWriting(most, logPages);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>One for a database that nobody will look at before it is whole and synced: without log and without syncs.</summary>
    public static StoreConnection ForBuilding(string file)
    {
        var connection = new StoreConnection(file, SqliteOpenMode.ReadWriteCreate);
        connection.Execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000;");
        return connection;
    }

    /// <summary>One that reads beside the writer and never changes a byte.</summary>
    public static StoreConnection ForReading(string file)
    {
        var connection = new StoreConnection(file, SqliteOpenMode.ReadWrite);
        connection.Execute("PRAGMA query_only=1; PRAGMA mmap_size=0; PRAGMA cache_size=-2000; PRAGMA busy_timeout=5000;");
        return connection;
    }

    /// <summary>One for a person who looks in from another process, without the right to write.</summary>
    public static StoreConnection ForLooking(string file)
    {
        var connection = new StoreConnection(file, SqliteOpenMode.ReadOnly);
        connection.Execute("PRAGMA busy_timeout=5000;");
        return connection;
    }

    /// <summary>A statement that lives as long as the connection.</summary>
    public Statement Prepare(string sql)
    {
        var statement = new Statement(_connection, sql);
        _statements.Add(statement);
        return statement;
    }

    public void Execute(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <returns>The one number of a query that always gives one.</returns>
    public long Single(string sql)
    {
        using var rows = new Statement(_connection, sql);
        return rows.Step() ? rows.Integer(0) : 0;
    }

    /// <summary>
    /// Folds all of the log back, so that the next commit begins it anew with other salts: what lies in it counts no more.
    /// The file keeps its blocks: on a full disk they are what a delete is written into.
    /// </summary>
    /// <returns>False when somebody reads just now, or the disk does not take it: then it is as it was.</returns>
    public bool TryEmptyLog()
    {
        try
        {
            Execute("PRAGMA busy_timeout=0");
            return Single("PRAGMA wal_checkpoint(RESTART)") == 0;
        }
        catch (SqliteException)
        {
            return false;
        }
        finally
        {
            Execute("PRAGMA busy_timeout=5000");
        }
    }

    public void Dispose()
    {
        _statements.ForEach(static statement => statement.Dispose());
        _connection.Dispose();
    }

    private void SetUpForWriting(long? most, int logPages)
    {
        Execute(FormattableString.Invariant($"""
            PRAGMA journal_mode=WAL;
            PRAGMA synchronous=FULL;
            PRAGMA mmap_size=0;
            PRAGMA cache_size=-8000;
            PRAGMA temp_store=MEMORY;
            PRAGMA wal_autocheckpoint={logPages};
            PRAGMA journal_size_limit={4L * logPages * StoreOptions.PageBytes};
            PRAGMA busy_timeout=5000;
            """));
        if (most is { } bytes)
        {
            Execute(FormattableString.Invariant($"PRAGMA max_page_count={Math.Max(1, bytes / StoreOptions.PageBytes)}"));
        }
    }
}
