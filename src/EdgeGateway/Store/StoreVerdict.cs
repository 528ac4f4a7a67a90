namespace EdgeGateway.Store;

/// <summary>What a verification looked at and found.</summary>
/// <param name="Rows">Readings whose checksum was held against what they say, parked ones included.</param>
/// <param name="Files">Pictures and files whose bytes were hashed.</param>
/// <param name="Findings">Empty when all is as it was written; otherwise what is not, one word or two with hyphens each, and a detail behind a colon.</param>
public sealed record StoreVerdict(long Rows, long Files, IReadOnlyList<string> Findings)
{
    public bool Sound => Findings.Count == 0;
}
