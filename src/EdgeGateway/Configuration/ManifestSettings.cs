namespace EdgeGateway.Configuration;

/// <summary>Section <c>uplink.manifest</c>: how often completeness is stated. Whichever comes first.</summary>
public sealed record ManifestSettings
{
    /// <summary>1 s to 1 d, default 10 min.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Most numbers in one manifest, 1 to 100,000, default 10,000.</summary>
    public int Readings { get; init; } = 10_000;
}
