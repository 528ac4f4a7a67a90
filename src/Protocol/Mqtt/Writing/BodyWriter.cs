using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace EdgeGateway.Protocol.Mqtt.Writing;

/// <summary>Fields in wire form (section 1.5).</summary>
internal static class BodyWriter
{
    public static void Byte(this IBufferWriter<byte> output, int value)
    {
        output.GetSpan(1)[0] = (byte)value;
        output.Advance(1);
    }

    public static void TwoBytes(this IBufferWriter<byte> output, int value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(output.GetSpan(2), checked((ushort)value));
        output.Advance(2);
    }

    public static void FourBytes(this IBufferWriter<byte> output, uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(output.GetSpan(4), value);
        output.Advance(4);
    }

    public static void Variable(this IBufferWriter<byte> output, uint value) =>
        output.Advance(VariableByteInteger.Write(output.GetSpan(4), value));

    /// <exception cref="ArgumentException">More than 65,535 bytes.</exception>
    public static void Text(this IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        Span<byte> span = output.GetSpan(2 + CheckLength(length));
        BinaryPrimitives.WriteUInt16BigEndian(span, (ushort)length);
        Encoding.UTF8.GetBytes(text, span[2..]);
        output.Advance(2 + length);
    }

    /// <exception cref="ArgumentException">More than 65,535 bytes.</exception>
    public static void Data(this IBufferWriter<byte> output, ReadOnlySpan<byte> data)
    {
        output.TwoBytes(CheckLength(data.Length));
        output.Write(data);
    }

    private static int CheckLength(int length) => length <= ushort.MaxValue
        ? length
        : throw new ArgumentException($"a field of {length} bytes; MQTT takes 65,535");
}
