using System.Buffers.Binary;

namespace EdgeGateway.Protocol.Modbus;

/// <summary>Frames of a serial line: unit, PDU, check sum with the low byte first (xray.md section 3.4).</summary>
public static class RtuFrame
{
    /// <summary>Unit, function of a PDU without data, check sum.</summary>
    public const int Shortest = 4;

    public const int Longest = 1 + ModbusLimits.LongestPdu + CheckSize;

    private const int CheckSize = 2;

    public static byte[] Of(byte unit, ReadOnlySpan<byte> pdu)
    {
        var frame = new byte[1 + pdu.Length + CheckSize];
        frame[0] = unit;
        pdu.CopyTo(frame.AsSpan(1));
        BinaryPrimitives.WriteUInt16LittleEndian(frame.AsSpan(frame.Length - CheckSize), Check(frame.AsSpan(0, frame.Length - CheckSize)));
        return frame;
    }

    /// <summary>Whether the last two bytes are the check sum of the others.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> frame) =>
        frame.Length is >= Shortest and <= Longest && BinaryPrimitives.ReadUInt16LittleEndian(frame[^CheckSize..]) == Check(frame[..^CheckSize]);

    /// <param name="frame">For which <see cref="IsWhole"/> is true.</param>
    public static ReadOnlySpan<byte> Pdu(ReadOnlySpan<byte> frame) => frame[1..^CheckSize];

    /// <summary>CRC-16: begins with FFFF, polynomial A001, lowest bit first.</summary>
    public static ushort Check(ReadOnlySpan<byte> bytes)
    {
        int check = 0xFFFF;
        foreach (byte one in bytes)
        {
            check = (check >> 8) ^ s_steps[(check ^ one) & 0xFF];
        }

        return (ushort)check;
    }

    private static readonly ushort[] s_steps = [.. Enumerable.Range(0, 256).Select(Steps)];

    private static ushort Steps(int one)
    {
        for (int bit = 0; bit < 8; bit++)
        {
            one = (one & 1) != 0 ? (one >> 1) ^ 0xA001 : one >> 1;
        }

        return (ushort)one;
    }
}
