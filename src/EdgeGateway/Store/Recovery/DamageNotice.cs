using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace EdgeGateway.Store.Recovery;

/// <summary>
/// Where everybody who meets damage in an open store says so, once. A marker on disk makes the next start salvage;
/// until then nothing is taken on, so that devices keep what they have and send it again.
/// </summary>
internal sealed class DamageNotice(string folder, ILogger log)
{
    private const int CauseMost = 60;

    private readonly TaskCompletionSource<string> _declared = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _once;

    /// <summary>Completes with the cause.</summary>
    public Task<string> Damaged => _declared.Task;

    public bool Declared => Volatile.Read(ref _once) != 0;

    public static string PathOf(string folder) => Path.Combine(folder, "store.damaged");

    /// <returns>True when SQLite says that what it reads is not a database as it writes them.</returns>
    public static bool Is(Exception failure) => failure switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB,
        StoreDamagedException => true,
        _ => false,
    };

    /// <returns>What the last run found; null when it found nothing.</returns>
    public static string? Left(string folder)
    {
        string path = PathOf(folder);
        if (!File.Exists(path))
        {
            return null;
        }

        string cause = new([.. File.ReadAllText(path).Where(static c => char.IsAsciiLetterLower(c) || c == '-').Take(CauseMost)]);
        return cause.Length > 0 ? cause : "marked";
    }

    public void Declare(string cause, Exception? failure = null)
    {
        if (Interlocked.Exchange(ref _once, 1) != 0)
        {
            return;
        }

        StoreLog.Damaged(log, cause, failure);
        try
        {
            File.WriteAllText(PathOf(folder), cause);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever reads the damaged place next declares it again.
            StoreLog.Untidy(log, e);
        }

        _declared.SetResult(cause);
    }
}
