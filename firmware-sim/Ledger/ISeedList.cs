namespace EdgeGateway.Sim.Ledger;

/// <summary>Where twins note what must never come out of a gateway: personal data of invented people.</summary>
public interface ISeedList
{
    /// <summary>When it returns, the words survive the death of this process.</summary>
    void Note(IReadOnlyList<string> words);
}
