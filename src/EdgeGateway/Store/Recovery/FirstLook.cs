using EdgeGateway.Store.Recovery.Raw;
using Microsoft.Win32.SafeHandles;

namespace EdgeGateway.Store.Recovery;

/// <summary>
/// What is looked at before SQLite is let near: it takes an empty file for a new database and throws away the log
/// beside it.
/// </summary>
internal static class FirstLook
{
    private const int HeaderBytes = 100;

    /// <exception cref="StoreDamagedException">This is no database, and there was one.</exception>
    public static void Take(string folder, StoreMark? mark)
    {
        if (DamageNotice.Left(folder) is { } cause)
        {
            throw new StoreDamagedException(cause);
        }

        string database = StoreFolder.DatabaseOf(folder);
        bool held = mark is not null || Length(database + "-wal") > 32;
        if (Directory.Exists(database))
        {
            throw new StoreDamagedException("database-gone");
        }

        if (Length(database) < HeaderBytes)
        {
            if (held)
            {
                throw new StoreDamagedException("database-gone");
            }
        }
        else if (!IsHeader(database))
        {
            throw new StoreDamagedException("database-header");
        }
    }

    public static long Length(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;

    /// <remarks>The magic words, pages of 4096 bytes, and the log's versions; bytes behind them SQLite checks itself.</remarks>
    private static bool IsHeader(string database)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        header.Clear();
        using SafeFileHandle file = File.OpenHandle(database, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Disk.Read(file, header, 0);
        return header.StartsWith("SQLite format 3\0"u8) && header[16] == 0x10 && header[17] == 0 && header[18] <= 2 && header[19] <= 2;
    }
}
