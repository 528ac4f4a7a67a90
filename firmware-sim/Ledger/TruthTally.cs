namespace EdgeGateway.Sim.Ledger;

/// <summary>Counts what passes through on its way to a ledger, which may be none.</summary>
public sealed class TruthTally(ITruthLedger? ledger) : ITruthLedger
{
    private long _acknowledged;
    private long _streamed;
    private long _other;

    public long Acknowledged => Interlocked.Read(ref _acknowledged);

    public long Streamed => Interlocked.Read(ref _streamed);

    /// <summary>Told without being accepted.</summary>
    public long Other => Interlocked.Read(ref _other);

    public void Note(TruthLine line)
    {
        ledger?.Note(line);
        if (line.IsAcknowledged)
        {
            Interlocked.Increment(ref _acknowledged);
        }
        else if (line.IsAccepted)
        {
            Interlocked.Increment(ref _streamed);
        }
        else
        {
            Interlocked.Increment(ref _other);
        }
    }
}
