namespace EdgeGateway.Uplink.Confirmation;

/// <summary>What the platform says it has of one epoch (contract section 3); cumulative.</summary>
/// <param name="Epoch">Eight lower-case hex digits.</param>
/// <param name="UpTo">Every number from 1 to this one has arrived, but for <paramref name="Missing"/>; 0 none.</param>
/// <param name="Missing">Ranges of numbers that have not; as sent, so they may overlap or lie outside.</param>
public sealed record Receipt(string Epoch, long UpTo, IReadOnlyList<(long First, long Last)> Missing);
