using System.Buffers.Binary;

namespace EdgeGateway.Sim.Twins.PdtRadio.HyteraRepeater;

/// <summary>HSTRP datagrams (pdt-radio.md section 3), written and read in a few lines that owe nothing to the gateway's codec.</summary>
public static class HstrpBytes
{
    public const byte Ack = 0x01;
    public const byte Beat = 0x02;
    public const byte Connect = 0x04;
    public const byte Close = 0x08;
    public const byte Options = 0x20;

    /// <summary>Repeater and slot, on every frame of a repeater (V036).</summary>
    public static byte[] Data(ushort number, uint device, int slot, ReadOnlySpan<byte> message) =>
        [(byte)'2', (byte)'B', 0, Options, (byte)(number >> 8), (byte)number, 0x83, 4, .. Big(device), 4, 1, (byte)slot, .. message];

    public static byte[] Heartbeat() => [(byte)'2', (byte)'B', 0, Beat, 0, 0];

    /// <summary>Repeats the head and the options, never the payload (V035).</summary>
    public static byte[] Acknowledge(ReadOnlySpan<byte> datagram)
    {
        byte[] head = datagram[..Head(datagram)].ToArray();
        head[3] |= Ack;
        return head;
    }

    public static bool IsHstrp(ReadOnlySpan<byte> datagram) => datagram is [(byte)'2', (byte)'B', 0, _, _, _, ..];

    public static ushort Number(ReadOnlySpan<byte> datagram) => BinaryPrimitives.ReadUInt16BigEndian(datagram[4..]);

    /// <returns>Length of everything before the payload.</returns>
    public static int Head(ReadOnlySpan<byte> datagram)
    {
        int at = 6;
        for (bool more = (datagram[3] & Options) != 0; more && at + 1 < datagram.Length;)
        {
            more = (datagram[at] & 0x80) != 0;
            at += 2 + datagram[at + 1];
        }

        return Math.Min(at, datagram.Length);
    }

    private static byte[] Big(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
