namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>What the controller's registers said of a parcel at one moment, read together.</summary>
/// <param name="Sequence">The parcel's number.</param>
/// <param name="Decision">0 none yet, 1 clear, 2 alarm, 3 unknown, others as they are.</param>
/// <param name="Barcode">What was read from its label; null when nothing.</param>
/// <param name="At">When.</param>
public sealed record ParcelSight(long Sequence, int Decision, string? Barcode, DateTimeOffset At);
