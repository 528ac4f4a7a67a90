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

    /// <param name="disk">Bytes of the disk.</param>
    /// <param name="database">Bytes that the database may reach; null for no limit.</param>
    /// <returns>Links that the quota is good for; never more than a 16th of the disk or an eighth of the database, which are for facts.</returns>
    public long Most(long disk, long? database) =>
        Math.Max(1, Math.Min(Quota, Math.Min(disk / 16, (database ?? long.MaxValue) / 8)) / LinkBytes);
}
