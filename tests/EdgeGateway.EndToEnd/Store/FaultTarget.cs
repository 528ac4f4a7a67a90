using System.Globalization;

namespace EdgeGateway.EndToEnd.Store;

/// <summary>A part of the store, as the paths that calls name or hold open.</summary>
internal sealed record FaultTarget(string Name, Func<string, IEnumerable<string>> Paths)
{
    public static readonly FaultTarget Log = new("the log", static store => [$"{store}/store.db-wal"]);

    public static readonly FaultTarget Database = new("the database", static store => [$"{store}/store.db"]);

    public static readonly FaultTarget Index = new("the log's index", static store => [$"{store}/store.db-shm"]);

    public static readonly FaultTarget Pictures = new("a picture", static store => Numbers(1, 200).Select(number => $"{store}/media/incoming/{number}"));

    public static readonly FaultTarget PictureFolders = new("a folder of pictures", static store =>
        Enumerable.Range(0, 256).Select(first => $"{store}/media/{first.ToString("x2", CultureInfo.InvariantCulture)}"));

    public static readonly FaultTarget Spool = new("the folder of folders", static store => [$"{store}/media"]);

    public static readonly FaultTarget Everything = new("the store", static store =>
    [
        store, $"{store}/store.lock", $"{store}/store.db-journal",
        .. new[] { Log, Database, Index, Pictures, PictureFolders, Spool }.SelectMany(target => target.Paths(store)),
        $"{store}/media/incoming",
    ]);

    private static IEnumerable<string> Numbers(int from, int count) =>
        Enumerable.Range(from, count).Select(static number => number.ToString(CultureInfo.InvariantCulture));
}
