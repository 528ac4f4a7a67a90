namespace EdgeGateway.Configuration;

/// <summary>Section <c>uplink.backfill</c>.</summary>
public sealed record BackfillSettings
{
    /// <summary>A lane with more readings than this behind its place sends them as batches, 100 to 1,000,000,000, default 5,000.</summary>
    public int Threshold { get; init; } = 5_000;

    /// <summary>Most of the window that batches take, 0.01 to 1, default 0.25; one message is always allowed.</summary>
    public double Weight { get; init; } = 0.25;
}
