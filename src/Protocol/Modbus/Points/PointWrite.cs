namespace EdgeGateway.Protocol.Modbus.Points;

/// <summary>What is to be written for a value: exactly one of the three.</summary>
/// <param name="Coil">For one coil.</param>
/// <param name="Words">For holding registers, as many as the point takes.</param>
/// <param name="Fault">One of <see cref="PointFaults"/>: nothing may be sent.</param>
public readonly record struct PointWrite(bool? Coil, ushort[]? Words, string? Fault);
