using System.Buffers.Binary;

namespace EdgeGateway.Protocol.Modbus;

/// <summary>What stands in front of each message on Modbus TCP (xray.md section 3.4).</summary>
/// <param name="Transaction">Set by who asks, repeated by who answers.</param>
/// <param name="Unit">Which device behind the address.</param>
/// <param name="PduLength">Bytes that follow, 1 to 253.</param>
public readonly record struct MbapHeader(ushort Transaction, byte Unit, int PduLength)
{
    /// <summary>Bytes on the wire.</summary>
    public const int Size = 7;

    /// <summary>The unit counts among the bytes that follow the length.</summary>
    private const int UnitSize = 1;

    /// <param name="bytes">At least <see cref="Size"/>.</param>
    /// <param name="header">Only when there is no fault.</param>
    /// <returns>Null, or why the link is lost track of: what follows cannot be told from a frame any more.</returns>
    public static string? Read(ReadOnlySpan<byte> bytes, out MbapHeader header)
    {
        header = default;
        if (BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]) != 0)
        {
            return ModbusFaults.Protocol;
        }

        int length = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
        if (length is <= UnitSize or > UnitSize + ModbusLimits.LongestPdu)
        {
            return ModbusFaults.Length;
        }

        header = new MbapHeader(BinaryPrimitives.ReadUInt16BigEndian(bytes), bytes[6], length - UnitSize);
        return null;
    }

    /// <returns>Header and PDU.</returns>
    public static byte[] Frame(ushort transaction, byte unit, ReadOnlySpan<byte> pdu)
    {
        var frame = new byte[Size + pdu.Length];
        BinaryPrimitives.WriteUInt16BigEndian(frame, transaction);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(4), (ushort)(UnitSize + pdu.Length));
        frame[6] = unit;
        pdu.CopyTo(frame.AsSpan(Size));
        return frame;
    }
}
