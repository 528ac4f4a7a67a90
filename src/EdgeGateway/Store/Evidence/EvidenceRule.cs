namespace EdgeGateway.Store.Evidence;

/// <summary>How long and how much of the evidence chain is kept.</summary>
/// <param name="Keep">In running time.</param>
/// <param name="Quota">In bytes, about.</param>
public sealed record EvidenceRule(TimeSpan Keep, long Quota)
{
    /// <summary>A link with two pictures, its place in the table included.</summary>
    private const long LinkBytes = 320;

    /// <summary>90 days, 1 GB.</summary>
    public static readonly EvidenceRule Standard = new(TimeSpan.FromDays(90), 1L << 30);

    /// <summary>Links that the quota is good for.</summary>
    public long Most => Math.Max(1, Quota / LinkBytes);
}
