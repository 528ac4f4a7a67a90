using System.Buffers.Binary;

namespace EdgeGateway.Protocol.Sdt;

/// <summary>Start, length of body and checksum, body, exclusive-or of length and body (kiosk.md section 3.4).</summary>
internal static class SdtFrame
{
    public const int LengthSize = 2;
    public const int ChecksumSize = 1;

    public static ReadOnlySpan<byte> Start => [0xAA, 0xAA, 0xAA, 0x96, 0x69];

    public static byte[] Write(ReadOnlySpan<byte> body)
    {
        byte[] frame = new byte[Start.Length + LengthSize + body.Length + ChecksumSize];
        Start.CopyTo(frame);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(Start.Length), (ushort)(body.Length + ChecksumSize));
        body.CopyTo(frame.AsSpan(Start.Length + LengthSize));
        frame[^1] = Checksum(frame.AsSpan(Start.Length, LengthSize + body.Length));
        return frame;
    }

    public static byte Checksum(ReadOnlySpan<byte> lengthAndBody)
    {
        byte sum = 0;
        foreach (byte one in lengthAndBody)
        {
            sum ^= one;
        }

        return sum;
    }
}
