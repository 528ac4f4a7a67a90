using System.Buffers.Binary;

namespace EdgeGateway.Protocol.Hytera;

/// <summary>One frame of the Hytera Radio Network Protocol (pdt-radio.md section 2.1). There is no byte stuffing: 0x7E also stands inside frames.</summary>
/// <param name="Version">0, 3 and 4 occur; answer with the peer's last one.</param>
/// <param name="Block">0; anything else is part of something unsupported.</param>
/// <param name="Opcode">A known one.</param>
/// <param name="Source">0x20 for a client before it is granted an address.</param>
/// <param name="Destination">0x10 for the radio.</param>
/// <param name="Number">Packet number; acknowledgements echo it.</param>
/// <param name="Payload">An HDAP message when the opcode is DATA; at most 1488 bytes.</param>
public sealed record HrnpFrame(byte Version, byte Block, HrnpOpcode Opcode, byte Source, byte Destination, ushort Number, ReadOnlyMemory<byte> Payload)
{
    public const byte Start = 0x7E;

    public const int HeadLength = 12;

    /// <summary>Of a whole frame.</summary>
    public const int Longest = 1500;

    public const byte HighestVersion = 0x0F;

    /// <summary>Address of the radio.</summary>
    public const byte Radio = 0x10;

    /// <summary>Address of a client that was not granted one yet.</summary>
    public const byte Client = 0x20;

    /// <summary>As it stands, or will stand, on the wire; together with source and number it tells a duplicate.</summary>
    public ushort Checksum() => BinaryPrimitives.ReadUInt16BigEndian(Write(this).AsSpan(10));

    /// <summary>The acknowledgement of this frame: its number, its version, the two addresses changed over.</summary>
    public HrnpFrame Acknowledge() => new(Version, 0, HrnpOpcode.DataAck, Destination, Source, Number, default);

    /// <exception cref="ArgumentException">The payload is too long.</exception>
    public static byte[] Write(HrnpFrame frame)
    {
        int length = HeadLength + frame.Payload.Length;
        if (length > Longest)
        {
            throw new ArgumentException("An HRNP frame has at most 1500 bytes.", nameof(frame));
        }

        var bytes = new byte[length];
        (bytes[0], bytes[1], bytes[2], bytes[3]) = (Start, frame.Version, frame.Block, (byte)frame.Opcode);
        (bytes[4], bytes[5]) = (frame.Source, frame.Destination);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(6), frame.Number);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(8), (ushort)length);
        frame.Payload.Span.CopyTo(bytes.AsSpan(HeadLength));
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(10), HrnpChecksum.Of(bytes));
        return bytes;
    }

    /// <param name="datagram">One datagram, which is exactly one frame.</param>
    /// <param name="fault">One of <see cref="HyteraFaults"/> when there is no frame.</param>
    /// <returns>The frame, which owns its bytes; null with a fault.</returns>
    public static HrnpFrame? TryRead(ReadOnlySpan<byte> datagram, out string? fault)
    {
        fault = HeadFault(datagram);
        if (fault is null && LengthIn(datagram) != datagram.Length)
        {
            fault = LengthIn(datagram) > datagram.Length ? HyteraFaults.HrnpCut : HyteraFaults.HrnpLength;
        }

        return fault is null ? ReadWhole(datagram, out fault) : null;
    }

    /// <returns>What is wrong with the first twelve bytes; null when a frame may begin with them.</returns>
    internal static string? HeadFault(ReadOnlySpan<byte> bytes) => bytes switch
    {
        { IsEmpty: true } => HyteraFaults.HrnpCut,
        [not Start, ..] => HyteraFaults.Garbage,
        { Length: < HeadLength } => HyteraFaults.HrnpCut,
        [_, > HighestVersion, ..] => HyteraFaults.HrnpVersion,
        _ when !IsKnown((HrnpOpcode)bytes[3]) => HyteraFaults.HrnpOpcode,
        _ when LengthIn(bytes) is < HeadLength or > Longest => HyteraFaults.HrnpLength,
        _ => null,
    };

    internal static int LengthIn(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes[8..]);

    /// <param name="bytes">As many as the length field says, with a head that is well.</param>
    /// <param name="fault">Set when the checksum is wrong.</param>
    internal static HrnpFrame? ReadWhole(ReadOnlySpan<byte> bytes, out string? fault)
    {
        fault = BinaryPrimitives.ReadUInt16BigEndian(bytes[10..]) == HrnpChecksum.Of(bytes) ? null : HyteraFaults.HrnpChecksum;
        return fault is not null ? null : new HrnpFrame(
            bytes[1], bytes[2], (HrnpOpcode)bytes[3], bytes[4], bytes[5], BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]), bytes[HeadLength..].ToArray());
    }

    private static bool IsKnown(HrnpOpcode opcode) => opcode is HrnpOpcode.Data or HrnpOpcode.Voice or HrnpOpcode.DataAck or >= HrnpOpcode.CloseAck and <= HrnpOpcode.Connect;
}
