using EdgeGateway.Store.Evidence;
using EdgeGateway.Store.Recovery;

namespace EdgeGateway.Store.Sqlite;

/// <summary>The writer's connection and all that it prepared. Used by the writer's thread alone once that runs.</summary>
internal sealed class StoreTables : IDisposable
{
    private readonly StoreConnection _connection;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rollback;
    private readonly Statement _mark;
    private readonly TotalsTable _totals;
    private readonly MarkFile _markFile;
    private bool _leftovers;

    public StoreTables(StoreConnection connection, string gateway, MarkFile mark, TimeProvider time)
    {
        _connection = connection;
        _markFile = mark;
        Epochs = EpochTable.All(connection);
        _begin = connection.Prepare("BEGIN IMMEDIATE");
        _commit = connection.Prepare("COMMIT");
        _rollback = connection.Prepare("ROLLBACK");
        _mark = connection.Prepare("PRAGMA user_version=1");
        _totals = new TotalsTable(connection);
        Absent = new AbsentTable(connection);
        Gaps = new GapTable(connection, Absent, time, Epoch);
        Parcels = new ParcelTable(connection);
        Totals = _totals.Read() with { Gaps = Gaps.Open(), Unasked = UnaskedFiles.Of(connection), Parcels = Parcels.Count() };
        Links = new EvidenceTable(connection);
        Evidence = new EvidenceChain(Links);
        Readings = new ReadingTable(connection, gateway, Epoch, Evidence);
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

    public EvidenceTable Links { get; }

    public EvidenceChain Evidence { get; }

    public NativeKeyTable NativeKeys { get; }

    public MediaTable Media { get; }

    public MemoryTable Memory { get; }

    public GapTable Gaps { get; }

    public AbsentTable Absent { get; }

    public AgeTable Age { get; }

    public RetentionTable Retention { get; }

    public ParcelTable Parcels { get; }

    public PageCounts Pages { get; }

    /// <summary>As of the last commit.</summary>
    public Totals Totals { get; private set; }

    /// <summary>
    /// True from a commit that failed to the next that did not. The rows of the failed one may stand whole in the log,
    /// only not synced: a process that dies now finds them committed at its next start (docs/decisions/0004).
    /// </summary>
    public bool InDoubt { get; private set; }

    /// <summary>All of it committed and synced, or none of it; see <see cref="InDoubt"/> for a failure of the commit itself.</summary>
    public void Transact(Action<Totals> change)
    {
        Totals next = Totals with { Commits = Totals.Commits + 1 };
        _begin.Run();
        try
        {
            Overwrite();
            Evidence.Begin();
            change(next);
            _totals.Write(next);
            Commit();
        }
        catch
        {
            _leftovers = true;
            RollBack();
            throw;
        }

        Totals = next;
        Evidence.Committed();
        Mark();
        if (_leftovers)
        {
            _leftovers = !_connection.TryEmptyLog();
        }
    }

    /// <summary>
    /// Leaves nothing in the log that was never committed: frames of a failed commit may lie behind those of later ones, and a
    /// salvage could not tell them apart. For an opening, when the store was found sound.
    /// </summary>
    public void ClearLeftovers() => _leftovers = !_connection.TryEmptyLog();

    /// <summary>Folds the log back between two transactions, so that the next one is written over what it holds.</summary>
    /// <returns>False when somebody reads just now, or the disk does not take what the log would add to the database.</returns>
    public bool TryEmptyLog() => _connection.TryEmptyLog();

    /// <summary>Says in a second place what is committed; never before it is.</summary>
    public void Mark() => _markFile.Write(new StoreMark { Totals = Totals, Epoch = Epoch, Base = Epochs[^1].Base });

    /// <summary>Leaves the log as it is when this is closed: a salvage wants to see it.</summary>
    public void KeepLog() => _connection.KeepLog = true;

    public void Dispose()
    {
        _connection.Dispose();
        _markFile.Dispose();
    }

    /// <remarks>SQLite writes nothing for a change that changes nothing; this makes a page of its own for the place in the log that is in doubt.</remarks>
    private void Overwrite()
    {
        if (InDoubt)
        {
            _mark.Run();
        }
    }

    private void Commit()
    {
        InDoubt = true;
        _commit.Run();
        InDoubt = false;
    }

    private void RollBack()
    {
        if (!_connection.Settled)
        {
            _rollback.Run();
        }
    }
}
