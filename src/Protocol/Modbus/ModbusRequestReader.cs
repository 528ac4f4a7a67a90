using System.Buffers.Binary;

namespace EdgeGateway.Protocol.Modbus;

/// <summary>Reads requests out of PDUs, as a unit does, or a person who looks at bytes.</summary>
public static class ModbusRequestReader
{
    private const int Head = 5;

    /// <param name="pdu">Function and data, without unit and check sum; what is kept of it is copied.</param>
    public static ModbusRead<ModbusRequest> Read(ReadOnlySpan<byte> pdu)
    {
        if (pdu.IsEmpty)
        {
            return Failed(ModbusFaults.Short);
        }

        byte function = pdu[0];
        if (!ModbusFunction.IsKnown(function))
        {
            return Failed(ModbusFaults.Function);
        }

        bool several = ModbusFunction.WritesSeveral(function);
        int length = several && pdu.Length > Head ? Head + 1 + pdu[Head] : several ? Head + 1 : Head;
        if (pdu.Length != length)
        {
            return Failed(pdu.Length < length ? ModbusFaults.Short : ModbusFaults.Trailing);
        }

        return ModbusFunction.WritesOne(function) ? One(pdu) : Several(pdu);
    }

    private static ModbusRead<ModbusRequest> One(ReadOnlySpan<byte> pdu) =>
        pdu[0] == ModbusFunction.WriteSingleCoil && pdu[3..] is not ([0xFF, 0] or [0, 0])
            ? Failed(ModbusFaults.CoilValue)
            : new(new ModbusRequest(pdu[0], BinaryPrimitives.ReadUInt16BigEndian(pdu[1..]), 1, pdu[3..].ToArray()), null);

    private static ModbusRead<ModbusRequest> Several(ReadOnlySpan<byte> pdu)
    {
        var values = pdu.Length > Head ? pdu[(Head + 1)..] : default;
        var request = new ModbusRequest(pdu[0], BinaryPrimitives.ReadUInt16BigEndian(pdu[1..]), BinaryPrimitives.ReadUInt16BigEndian(pdu[3..]), values.ToArray());
        if (!request.IsInLimits)
        {
            return Failed(ModbusFaults.Count);
        }

        return pdu.Length > Head && values.Length != ModbusData.BytesOf(request.Function, request.Count) ? Failed(ModbusFaults.ByteCount) : new(request, null);
    }

    private static ModbusRead<ModbusRequest> Failed(string fault) => new(null, fault);
}
