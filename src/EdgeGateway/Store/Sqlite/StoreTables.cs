namespace EdgeGateway.Store.Sqlite;

/// <summary>The writer's connection and all that it prepared. Used by the writer's thread alone once that runs.</summary>
internal sealed class StoreTables : IDisposable
{
    private readonly StoreConnection _connection;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rollback;
    private readonly TotalsTable _totals;

    public StoreTables(StoreConnection connection, string gateway, TimeProvider time)
    {
        _connection = connection;
        Epochs = EpochTable.All(connection);
        _begin = connection.Prepare("BEGIN IMMEDIATE");
        _commit = connection.Prepare("COMMIT");
        _rollback = connection.Prepare("ROLLBACK");
        _totals = new TotalsTable(connection);
        Gaps = new GapTable(connection, time);
        Totals = _totals.Read() with { Gaps = Gaps.Open() };
        Readings = new ReadingTable(connection, gateway, Epoch);
        NativeKeys = new NativeKeyTable(connection);
        Media = new MediaTable(connection);
        Memory = new MemoryTable(connection);
        Age = new AgeTable(connection);
        Retention = new RetentionTable(connection);
        Pages = new PageCounts(connection);
    }

    /// <summary>Oldest first; never empty.</summary>
    public IReadOnlyList<StoreEpoch> Epochs { get; }

    /// <summary>The one that goes on.</summary>
    public string Epoch => Epochs[^1].Epoch;

    public ReadingTable Readings { get; }

    public NativeKeyTable NativeKeys { get; }

    public MediaTable Media { get; }

    public MemoryTable Memory { get; }

    public GapTable Gaps { get; }

    public AgeTable Age { get; }

    public RetentionTable Retention { get; }

    public PageCounts Pages { get; }

    /// <summary>As of the last commit.</summary>
    public Totals Totals { get; private set; }

    /// <summary>All of it committed and synced, or none of it.</summary>
    public void Transact(Action<Totals> change)
    {
        Totals next = Totals with { };
        _begin.Run();
        try
        {
            change(next);
            if (next != Totals)
            {
                _totals.Write(next);
            }

            _commit.Run();
        }
        catch
        {
            RollBack();
            throw;
        }

        Totals = next;
    }

    public void Dispose() => _connection.Dispose();

    private void RollBack()
    {
        if (!_connection.Settled)
        {
            _rollback.Run();
        }
    }
}
