using System.Buffers.Binary;

namespace EdgeGateway.Sim.Twins.PdtRadio.Hytera;

/// <summary>HRNP frames (pdt-radio.md section 2), written in a few lines that owe nothing to the gateway's codec.</summary>
public static class HrnpBytes
{
    public const int Head = 12;
    public const int Longest = 1500;
    public const byte Start = 0x7E;
    public const byte Radio = 0x10;
    public const byte Connect = 0xFE;

    /// <summary>Whether a datagram asks for a session.</summary>
    public static bool IsConnect(ReadOnlyMemory<byte> datagram) => datagram.Span is [Start, _, _, Connect, ..];

    public static byte[] Of(byte version, byte opcode, byte client, ushort number, ReadOnlySpan<byte> payload = default)
    {
        byte[] frame = [Start, version, 0, opcode, Radio, client, (byte)(number >> 8), (byte)number, 0, 0, 0, 0, .. payload];
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(8), (ushort)frame.Length);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(10), Checksum(frame));
        return frame;
    }

    /// <summary>As the head of IPv4 has it; the two bytes of the checksum count as nothing.</summary>
    public static ushort Checksum(ReadOnlySpan<byte> frame)
    {
        uint sum = 0;
        for (int i = 0; i < frame.Length; i++)
        {
            sum += i is 10 or 11 ? 0u : (uint)(frame[i] << (i % 2 == 0 ? 8 : 0));
        }

        while (sum > 0xFFFF)
        {
            sum = (sum & 0xFFFF) + (sum >> 16);
        }

        return (ushort)~sum;
    }
}
