namespace EdgeGateway.Sim.Twins.XrayScanner.Modbus;

/// <summary>One write that the controller got.</summary>
/// <param name="At">When.</param>
/// <param name="Function">05, 06, 0F or 10 (hexadecimal).</param>
/// <param name="Address">0-based.</param>
/// <param name="Values">Words, or 0 and 1 for coils.</param>
/// <param name="Taken">False when it was refused.</param>
public sealed record BeltWrite(DateTimeOffset At, byte Function, int Address, IReadOnlyList<ushort> Values, bool Taken);
