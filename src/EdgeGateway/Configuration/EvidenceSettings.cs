namespace EdgeGateway.Configuration;

/// <summary>Section <c>store.evidence</c>: how long the chain that proves pictures and orders is kept.</summary>
public sealed record EvidenceSettings
{
    /// <summary>In running time, 1 d to 3650 d; default 90 d.</summary>
    public TimeSpan Keep { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Bytes that it may take, about, from 1 MB; default 1 GB.</summary>
    public long Quota { get; init; } = 1L << 30;
}
