using System.Buffers.Binary;

namespace EdgeGateway.Protocol.Modbus;

/// <summary>Bits and words as they stand in messages (xray.md section 3.4).</summary>
public static class ModbusData
{
    /// <returns>Eight to a byte, the first in the lowest bit; what is left over is 0.</returns>
    public static byte[] Bits(ReadOnlySpan<bool> values)
    {
        var bytes = new byte[BytesOfBits(values.Length)];
        for (int i = 0; i < values.Length; i++)
        {
            bytes[i / 8] |= values[i] ? (byte)(1 << (i % 8)) : (byte)0;
        }

        return bytes;
    }

    /// <param name="data">At least as many bits as <paramref name="count"/>.</param>
    /// <param name="count">How many of them count.</param>
    public static bool[] Bits(ReadOnlySpan<byte> data, int count)
    {
        var values = new bool[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = (data[i / 8] >> (i % 8) & 1) != 0;
        }

        return values;
    }

    /// <returns>Two bytes a word, the high one first.</returns>
    public static byte[] Words(ReadOnlySpan<ushort> values)
    {
        var bytes = new byte[2 * values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2 * i), values[i]);
        }

        return bytes;
    }

    /// <param name="data">An even number of bytes.</param>
    public static ushort[] Words(ReadOnlySpan<byte> data)
    {
        var values = new ushort[data.Length / 2];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadUInt16BigEndian(data[(2 * i)..]);
        }

        return values;
    }

    public static int BytesOfBits(int count) => (count + 7) / 8;

    /// <returns>How many bytes so many values take in a message of this function.</returns>
    public static int BytesOf(byte function, int count) =>
        ModbusFunction.ReadsBits(function) || function == ModbusFunction.WriteMultipleCoils ? BytesOfBits(count) : 2 * count;
}
