namespace EdgeGateway.Sim.Parcels;

/// <summary>One time that a bar code reader read a label.</summary>
/// <param name="Code">What it read.</param>
/// <param name="At">When; whole milliseconds.</param>
public sealed record ParcelRead(string Code, DateTimeOffset At);
