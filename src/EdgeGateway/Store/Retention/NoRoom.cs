using Microsoft.Data.Sqlite;

namespace EdgeGateway.Store.Retention;

/// <summary>Tells a disk without room from a disk that is broken: room can be made.</summary>
internal static class NoRoom
{
    private const int Full = 13;
    private const int InputOutput = 10;
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;
    private const int DiskFull = unchecked((int)0x80070070);

    /// <summary>Below this an input/output error means the same: the log's index is refused with that code.</summary>
    private const long NearlyNothing = 1 << 20;

    public static bool Is(Exception failure, Func<DiskSpace> look) => failure switch
    {
        SqliteException { SqliteErrorCode: Full } => true,
        SqliteException { SqliteErrorCode: InputOutput } => look().Free < NearlyNothing,
        IOException { HResult: NoSpace or QuotaExceeded or DiskFull } => true,
        IOException => look().Free < NearlyNothing,
        _ => false,
    };
}
