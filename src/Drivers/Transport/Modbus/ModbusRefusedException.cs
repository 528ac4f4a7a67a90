namespace EdgeGateway.Drivers.Transport.Modbus;

/// <summary>A unit is there and says no.</summary>
/// <param name="unit">Who.</param>
/// <param name="code">01 function, 02 address, 03 value, 04 device failure, 05 accepted, 06 busy, 0A and 0B gateway (xray.md section 3.4).</param>
public sealed class ModbusRefusedException(byte unit, byte code) : Exception($"unit {unit} answered exception {code:x2}")
{
    public byte Unit { get; } = unit;

    public byte Code { get; } = code;
}
