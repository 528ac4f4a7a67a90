using System.Buffers.Binary;

namespace EdgeGateway.Protocol.Modbus;

/// <summary>Reads answers out of PDUs (xray.md section 3.4).</summary>
public static class ModbusAnswerReader
{
    private const int Written = 5;
    private const int Refused = 2;

    /// <summary>As an answer to this request and to no other.</summary>
    /// <param name="pdu">Function and data, without unit and check sum; what is kept of it is copied.</param>
    /// <param name="asked">What was asked.</param>
    public static ModbusRead<ModbusAnswer> Read(ReadOnlySpan<byte> pdu, ModbusRequest asked)
    {
        var read = Read(pdu);
        return read.Value is { } answer && Objection(answer, asked) is { } fault ? Failed(fault) : read;
    }

    /// <summary>Where nobody knows what was asked.</summary>
    public static ModbusRead<ModbusAnswer> Read(ReadOnlySpan<byte> pdu)
    {
        if (pdu.Length < Refused)
        {
            return Failed(ModbusFaults.Short);
        }

        byte function = (byte)(pdu[0] & ~ModbusFunction.Refused);
        if (pdu[0] != function)
        {
            return pdu.Length > Refused ? Failed(ModbusFaults.Trailing) : new(ModbusAnswer.Refusal(function, pdu[1]), null);
        }

        return ModbusFunction.ReadsBits(function) || ModbusFunction.ReadsWords(function) ? Values(pdu)
            : ModbusFunction.IsKnown(function) ? Echo(pdu) : Failed(ModbusFaults.Function);
    }

    private static ModbusRead<ModbusAnswer> Values(ReadOnlySpan<byte> pdu)
    {
        int bytes = pdu[1];
        if (pdu.Length != 2 + bytes)
        {
            return Failed(pdu.Length < 2 + bytes ? ModbusFaults.Short : ModbusFaults.Trailing);
        }

        bool fits = bytes > 0 && bytes <= ModbusData.BytesOf(pdu[0], ModbusLimits.Of(pdu[0])) && (ModbusFunction.ReadsBits(pdu[0]) || bytes % 2 == 0);
        return fits ? new(ModbusAnswer.Of(pdu[0], pdu[2..].ToArray()), null) : Failed(ModbusFaults.ByteCount);
    }

    private static ModbusRead<ModbusAnswer> Echo(ReadOnlySpan<byte> pdu)
    {
        if (pdu.Length != Written)
        {
            return Failed(pdu.Length < Written ? ModbusFaults.Short : ModbusFaults.Trailing);
        }

        ushort start = BinaryPrimitives.ReadUInt16BigEndian(pdu[1..]);
        if (ModbusFunction.WritesOne(pdu[0]))
        {
            return pdu[0] == ModbusFunction.WriteSingleCoil && pdu[3..] is not ([0xFF, 0] or [0, 0])
                ? Failed(ModbusFaults.CoilValue)
                : new(new ModbusAnswer(pdu[0], null, start, null, pdu[3..].ToArray()), null);
        }

        ushort count = BinaryPrimitives.ReadUInt16BigEndian(pdu[3..]);
        bool fits = count > 0 && count <= ModbusLimits.Of(pdu[0]) && start + count <= ModbusLimits.Addresses;
        return fits ? new(new ModbusAnswer(pdu[0], null, start, count, default), null) : Failed(ModbusFaults.Count);
    }

    private static string? Objection(ModbusAnswer answer, ModbusRequest asked)
    {
        if (answer.Function != asked.Function)
        {
            return ModbusFaults.OtherFunction;
        }

        if (answer.Exception is not null)
        {
            return null;
        }

        if (answer.Start is null)
        {
            return answer.Data.Length == ModbusData.BytesOf(asked.Function, asked.Count) ? null : ModbusFaults.ByteCount;
        }

        bool same = answer.Start == asked.Start && (answer.Count is { } count ? count == asked.Count : answer.Data.Span.SequenceEqual(asked.Values.Span));
        return same ? null : ModbusFaults.OtherEcho;
    }

    private static ModbusRead<ModbusAnswer> Failed(string fault) => new(null, fault);
}
