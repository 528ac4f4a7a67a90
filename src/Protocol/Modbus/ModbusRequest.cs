namespace EdgeGateway.Protocol.Modbus;

/// <summary>A question or an order, without unit and frame (xray.md section 3.4).</summary>
/// <param name="Function">One of <see cref="ModbusFunction"/>.</param>
/// <param name="Start">First address, 0-based.</param>
/// <param name="Count">How many bits or words, 1 or more.</param>
/// <param name="Values">What is to be written, as on the wire without its byte count: FF00 or 0000 for one coil, bits from the lowest up, words with the high byte first; empty for reads.</param>
public sealed record ModbusRequest(byte Function, ushort Start, ushort Count, ReadOnlyMemory<byte> Values)
{
    /// <param name="area">Any; the function follows from it.</param>
    /// <param name="start">0-based.</param>
    /// <param name="count">1 to 2000 bits or 125 words, not beyond address 65535.</param>
    /// <exception cref="ArgumentOutOfRangeException">More or fewer than one request takes.</exception>
    public static ModbusRequest Read(ModbusArea area, ushort start, ushort count) => Checked(new(ModbusFunction.ToRead(area), start, count, default));

    /// <summary>Function 05 for one, 0F for 2 to 1968.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More or fewer than one request takes.</exception>
    public static ModbusRequest WriteCoils(ushort start, ReadOnlySpan<bool> values) => Checked(values.Length == 1
        ? new(ModbusFunction.WriteSingleCoil, start, 1, new byte[] { values[0] ? (byte)0xFF : (byte)0, 0 })
        : new(ModbusFunction.WriteMultipleCoils, start, Limited(values.Length), ModbusData.Bits(values)));

    /// <summary>Function 06 for one, 10 for 2 to 123.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More or fewer than one request takes.</exception>
    public static ModbusRequest WriteRegisters(ushort start, ReadOnlySpan<ushort> values) => Checked(new(
        values.Length == 1 ? ModbusFunction.WriteSingleRegister : ModbusFunction.WriteMultipleRegisters, start, Limited(values.Length), ModbusData.Words(values)));

    /// <summary>Whether the number of values and their addresses are such that a unit may answer.</summary>
    public bool IsInLimits => Count >= 1 && Count <= ModbusLimits.Of(Function) && Start + Count <= ModbusLimits.Addresses;

    private static ushort Limited(int count) => (ushort)Math.Min(count, ushort.MaxValue);

    private static ModbusRequest Checked(ModbusRequest request) => request.IsInLimits
        ? request
        : throw new ArgumentOutOfRangeException(nameof(request), FormattableString.Invariant($"{request.Count} values from {request.Start} are not for one request of function {request.Function:x2}."));
}
