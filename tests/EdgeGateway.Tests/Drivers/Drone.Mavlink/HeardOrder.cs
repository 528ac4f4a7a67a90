using System.Buffers.Binary;

namespace EdgeGateway.Tests.Drivers.Drone.Mavlink;

/// <summary>A frame of the gateway as a vehicle reads it, by hand.</summary>
/// <param name="Bytes">All of it.</param>
internal sealed record HeardOrder(byte[] Bytes)
{
    private const int Head = 10;

    public bool IsV1 => Bytes[0] == 0xFE;

    public bool IsSigned => !IsV1 && Bytes[2] == 1;

    public int Id => IsV1 ? Bytes[5] : Bytes[7] | Bytes[8] << 8 | Bytes[9] << 16;

    public (byte System, byte Component) From => IsV1 ? (Bytes[3], Bytes[4]) : (Bytes[5], Bytes[6]);

    public bool IsHeartbeat => Id == 0;

    public bool IsLong => Id == 76;

    public bool IsInt => Id == 75;

    public ushort Command => BinaryPrimitives.ReadUInt16LittleEndian(Payload[28..]);

    public (byte System, byte Component) To => (Payload[30], Payload[31]);

    /// <summary>COMMAND_LONG.</summary>
    public byte Confirmation => Payload[32];

    /// <summary>COMMAND_INT.</summary>
    public byte Frame => Payload[32];

    public (int X, int Y) Place => (BinaryPrimitives.ReadInt32LittleEndian(Payload[16..]), BinaryPrimitives.ReadInt32LittleEndian(Payload[20..]));

    public float Param(int number) => BinaryPrimitives.ReadSingleLittleEndian(Payload[(4 * (number - 1))..]);

    /// <summary>Time of its signature, in units of 10 µs.</summary>
    public ulong Time => BinaryPrimitives.ReadUInt64LittleEndian([.. Bytes.AsSpan(Bytes.Length - 12, 6), 0, 0]);

    /// <summary>Untruncated.</summary>
    private byte[] PayloadBytes
    {
        get
        {
            var whole = new byte[64];
            Bytes.AsSpan(IsV1 ? 6 : Head, Bytes[1]).CopyTo(whole);
            return whole;
        }
    }

    private ReadOnlySpan<byte> Payload => PayloadBytes;
}
