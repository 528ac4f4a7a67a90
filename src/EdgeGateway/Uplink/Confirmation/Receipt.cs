namespace EdgeGateway.Uplink.Confirmation;

/// <summary>What the platform says it has of one epoch (contract section 3); cumulative.</summary>
/// <param name="Epoch">Eight lower-case hex digits; empty when it speaks of files only.</param>
/// <param name="UpTo">Every number from 1 to this one has arrived, but for <paramref name="Missing"/>; 0 none.</param>
/// <param name="Missing">Ranges of numbers that have not; as sent, so they may overlap or lie outside.</param>
public sealed record Receipt(string Epoch, long UpTo, IReadOnlyList<(long First, long Last)> Missing)
{
    /// <summary>Files that the platform has whole and has checked: SHA-256, 64 lower-case hex digits each.</summary>
    public IReadOnlyList<string> Media { get; init; } = [];

    /// <summary>False when it speaks of files only; then it has no epoch.</summary>
    public bool SpeaksOfReadings => Epoch.Length > 0;
}
