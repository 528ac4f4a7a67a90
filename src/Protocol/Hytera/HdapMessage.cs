using System.Buffers.Binary;

namespace EdgeGateway.Protocol.Hytera;

/// <summary>One message of the Hytera data port, the same in HRNP, in HSTRP and bare on UDP (pdt-radio.md section 4).</summary>
/// <param name="Service">A known one.</param>
/// <param name="Reliable">Bit 7 of the service byte: reliable transfer wanted.</param>
/// <param name="Opcode">As a number, whatever its byte order on the wire.</param>
/// <param name="Payload">At most <see cref="LongestPayload"/> bytes.</param>
public sealed record HdapMessage(HdapService Service, bool Reliable, ushort Opcode, ReadOnlyMemory<byte> Payload)
{
    public const int HeadLength = 5;

    /// <summary>Bytes around the payload.</summary>
    public const int Overhead = HeadLength + 2;

    public const byte Trailer = 0x03;

    /// <summary>What fits an HRNP frame.</summary>
    public const int LongestPayload = HrnpFrame.Longest - HrnpFrame.HeadLength - Overhead;

    /// <summary>False when it was accepted although its checksum is wrong; what comes of it must say so.</summary>
    public bool IsVerified { get; init; } = true;

    /// <exception cref="ArgumentException">The payload is too long.</exception>
    public static byte[] Write(HdapMessage message)
    {
        int length = message.Payload.Length;
        if (length > LongestPayload)
        {
            throw new ArgumentException("An HDAP payload has at most 1481 bytes.", nameof(message));
        }

        var bytes = new byte[length + Overhead];
        bytes[0] = (byte)((byte)message.Service | (message.Reliable ? 0x80 : 0));
        Put(bytes.AsSpan(1), message.Service, message.Opcode);
        Put(bytes.AsSpan(3), message.Service, (ushort)length);
        message.Payload.Span.CopyTo(bytes.AsSpan(HeadLength));
        bytes[^2] = ChecksumOf(bytes.AsSpan(1, length + 4));
        bytes[^1] = Trailer;
        return bytes;
    }

    /// <param name="bytes">Exactly one message.</param>
    /// <param name="fault">One of <see cref="HyteraFaults"/> when there is no message.</param>
    /// <param name="acceptUnverified">For links to software that computes the checksum wrongly: takes the message all the same and says so.</param>
    /// <returns>The message, which owns its bytes; null with a fault.</returns>
    public static HdapMessage? TryRead(ReadOnlySpan<byte> bytes, out string? fault, bool acceptUnverified = false)
    {
        fault = Shape(bytes);
        if (fault is not null)
        {
            return null;
        }

        var service = ServiceOf(bytes[0]);
        bool verified = bytes[^2] == ChecksumOf(bytes[1..^2]);
        fault = verified || acceptUnverified ? null : HyteraFaults.HdapChecksum;
        return fault is not null ? null : new HdapMessage(service, bytes[0] >= 0x80, Get(bytes[1..], service), bytes[HeadLength..^2].ToArray()) { IsVerified = verified };
    }

    /// <param name="covered">From the opcode to the last byte of the payload: the service byte is not covered.</param>
    public static byte ChecksumOf(ReadOnlySpan<byte> covered)
    {
        byte sum = 0;
        foreach (byte one in covered)
        {
            sum += one;
        }

        return (byte)(~sum + 0x33);
    }

    private static string? Shape(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return HyteraFaults.HdapCut;
        }

        var service = ServiceOf(bytes[0]);
        if (!Enum.IsDefined(service))
        {
            return HyteraFaults.HdapService;
        }

        int due = bytes.Length < HeadLength ? int.MaxValue : Get(bytes[3..], service) + Overhead;
        return due > bytes.Length ? HyteraFaults.HdapCut
            : due < bytes.Length ? HyteraFaults.HdapLength
            : bytes[^1] != Trailer ? HyteraFaults.HdapTrailer : null;
    }

    private static HdapService ServiceOf(byte first) => (HdapService)(first & 0x7F);

    private static ushort Get(ReadOnlySpan<byte> at, HdapService service) =>
        service == HdapService.Rcp ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static void Put(Span<byte> at, HdapService service, ushort value)
    {
        if (service == HdapService.Rcp)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(at, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt16BigEndian(at, value);
        }
    }
}
