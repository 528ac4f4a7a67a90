namespace EdgeGateway.Store;

/// <summary>What a verification looked at and found.</summary>
/// <param name="Rows">Readings whose checksum was held against what they say, parked ones included.</param>
/// <param name="Files">Pictures and files whose bytes were hashed.</param>
/// <param name="Findings">Empty when all is as it was written; otherwise what is not, one word or two with hyphens each, and a detail behind a colon.</param>
public sealed record StoreVerdict(long Rows, long Files, IReadOnlyList<string> Findings)
{
    /// <summary>True when the store is whole; the evidence chain is judged apart.</summary>
    public bool Sound => Findings.Count == 0;

    /// <summary>Links of the evidence chain that were held against each other, up to the first broken one.</summary>
    public long Links { get; init; }

    /// <summary>Records of parcels whose checksum was held against what they say.</summary>
    public long Parcels { get; init; }

    /// <summary>The first link that is not as it was written, and why; null when all are.</summary>
    public string? BrokenLink { get; init; }
}
