namespace EdgeGateway.Protocol.Modbus;

/// <summary>What a unit says to a request, without unit and frame (xray.md section 3.4).</summary>
/// <param name="Function">As asked, without the bit of a refusal.</param>
/// <param name="Exception">Why it refuses; null when it does not. Open: 01 function, 02 address, 03 value, 04 device failure, 05 accepted, 06 busy, 0A and 0B gateway.</param>
/// <param name="Start">Address of what was written; null for reads and refusals.</param>
/// <param name="Count">How many were written; null for reads, single writes and refusals.</param>
/// <param name="Data">Bits or words that were read, without their byte count; the value of a single write.</param>
public sealed record ModbusAnswer(byte Function, byte? Exception, ushort? Start, ushort? Count, ReadOnlyMemory<byte> Data)
{
    public static ModbusAnswer Refusal(byte function, byte exception) => new(function, exception, null, null, default);

    /// <summary>To a read.</summary>
    public static ModbusAnswer Of(byte function, ReadOnlyMemory<byte> data) => new(function, null, null, null, data);

    /// <summary>The answer of a unit that has done what was ordered.</summary>
    public static ModbusAnswer Done(ModbusRequest written) => ModbusFunction.WritesOne(written.Function)
        ? new(written.Function, null, written.Start, null, written.Values)
        : new(written.Function, null, written.Start, written.Count, default);
}
