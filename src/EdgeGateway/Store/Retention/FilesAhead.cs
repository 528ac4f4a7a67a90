using EdgeGateway.Store.Media;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Retention;

/// <summary>Pictures that went before their rows, because there was no room to write that the rows go.</summary>
internal sealed class FilesAhead(StoreTables tables, Spool spool)
{
    private const int MostFiles = 64;

    /// <summary>Room for the pages of one small delete and their places in the log.</summary>
    public const long Enough = 512 << 10;

    /// <summary>Rows, from the oldest, whose file is gone; they are the first to go.</summary>
    public int Count { get; private set; }

    /// <param name="wanted">Hashes of files that stay: the row of one is where this ends, because rows go in their order.</param>
    /// <param name="travelling">Whether those may go that are on their way.</param>
    /// <returns>True when something went.</returns>
    public bool Give(IReadOnlySet<string> wanted, bool travelling)
    {
        long freed = 0;
        int files = 0;
        foreach (var (sha256, bytes) in tables.Retention.OldestMedia(MostFiles, travelling).TakeWhile(file => freed < Enough && !wanted.Contains(file.Sha256)))
        {
            spool.Delete([sha256]);
            freed += bytes;
            files++;
        }

        Count = Math.Max(Count, files);
        return files > 0;
    }

    /// <summary>Their rows are gone too.</summary>
    public void Committed() => Count = 0;
}
