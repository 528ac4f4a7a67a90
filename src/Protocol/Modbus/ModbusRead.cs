namespace EdgeGateway.Protocol.Modbus;

/// <summary>What bytes turned out to be: exactly one of the two.</summary>
/// <param name="Value">The message.</param>
/// <param name="Fault">One of <see cref="ModbusFaults"/>.</param>
public readonly record struct ModbusRead<T>(T? Value, string? Fault)
    where T : class;
