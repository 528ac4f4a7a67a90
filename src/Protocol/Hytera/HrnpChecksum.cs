using System.Buffers.Binary;

namespace EdgeGateway.Protocol.Hytera;

/// <summary>The checksum of HRNP (pdt-radio.md section 2.3), the same as of an IPv4 head.</summary>
internal static class HrnpChecksum
{
    private const int Offset = 10;

    /// <param name="frame">A whole frame; its checksum field counts as zero, an odd end as padded with zero.</param>
    public static ushort Of(ReadOnlySpan<byte> frame)
    {
        uint sum = 0;
        int even = frame.Length & ~1;
        for (int i = 0; i < even; i += 2)
        {
            sum += i == Offset ? 0u : BinaryPrimitives.ReadUInt16BigEndian(frame[i..]);
        }

        sum += even < frame.Length ? (uint)(frame[even] << 8) : 0;
        sum = (sum & 0xFFFF) + (sum >> 16);
        return (ushort)~((sum & 0xFFFF) + (sum >> 16));
    }
}
