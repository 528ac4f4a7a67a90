namespace EdgeGateway.Sim.Ledger;

/// <summary>Where twins note what they told.</summary>
public interface ITruthLedger
{
    /// <summary>When it returns, the line survives the death of this process.</summary>
    void Note(TruthLine line);
}
