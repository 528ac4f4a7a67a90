namespace EdgeGateway.Store.Sqlite;

/// <summary>How many pages the database has, and how many of them hold nothing; both as the open transaction sees them.</summary>
internal sealed class PageCounts(StoreConnection connection)
{
    private readonly Statement _all = connection.Prepare("PRAGMA page_count");
    private readonly Statement _free = connection.Prepare("PRAGMA freelist_count");
    private readonly Statement _most = connection.Prepare("PRAGMA max_page_count");

    public long All => One(_all);

    /// <summary>Used again before the file grows.</summary>
    public long Free => One(_free);

    public long Most => One(_most);

    private static long One(Statement statement)
    {
        statement.Step();
        long value = statement.Integer(0);
        statement.Reset();
        return value;
    }
}
