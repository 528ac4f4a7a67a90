using System.Buffers.Binary;
using System.Globalization;

namespace EdgeGateway.Protocol.Modbus.Points;

/// <summary>Between the words of a point and its bytes, the most significant first (xray.md section 3.2).</summary>
internal static class ModbusBytes
{
    public static bool IsSigned(ModbusType type) => type is ModbusType.I16 or ModbusType.I32 or ModbusType.I64;

    /// <param name="words">As on the wire.</param>
    /// <param name="order">How they are to be understood.</param>
    /// <param name="bytes">Twice as many as words.</param>
    public static void FromWords(ReadOnlySpan<ushort> words, ModbusOrder order, Span<byte> bytes)
    {
        for (int i = 0; i < words.Length; i++)
        {
            ushort word = words[SwapsWords(order) ? words.Length - 1 - i : i];
            BinaryPrimitives.WriteUInt16BigEndian(bytes[(2 * i)..], SwapsBytes(order) ? BinaryPrimitives.ReverseEndianness(word) : word);
        }
    }

    /// <param name="bytes">The most significant first.</param>
    /// <param name="order">How they are to stand on the wire.</param>
    public static ushort[] ToWords(ReadOnlySpan<byte> bytes, ModbusOrder order)
    {
        var words = new ushort[bytes.Length / 2];
        for (int i = 0; i < words.Length; i++)
        {
            ushort word = BinaryPrimitives.ReadUInt16BigEndian(bytes[(2 * i)..]);
            words[SwapsWords(order) ? words.Length - 1 - i : i] = SwapsBytes(order) ? BinaryPrimitives.ReverseEndianness(word) : word;
        }

        return words;
    }

    /// <param name="bytes">2, 4 or 8.</param>
    /// <param name="isSigned">Two's complement.</param>
    public static decimal Whole(ReadOnlySpan<byte> bytes, bool isSigned) => bytes.Length switch
    {
        2 => isSigned ? BinaryPrimitives.ReadInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes),
        4 => isSigned ? BinaryPrimitives.ReadInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes),
        _ => isSigned ? BinaryPrimitives.ReadInt64BigEndian(bytes) : BinaryPrimitives.ReadUInt64BigEndian(bytes),
    };

    /// <summary>Four bytes give the shortest number that means the same float: 0.137 and not 0.13699999451637268.</summary>
    public static double Float(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 8)
        {
            return BinaryPrimitives.ReadDoubleBigEndian(bytes);
        }

        float value = BinaryPrimitives.ReadSingleBigEndian(bytes);
        return float.IsFinite(value) ? double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : value;
    }

    private static bool SwapsWords(ModbusOrder order) => order is ModbusOrder.Cdab or ModbusOrder.Dcba;

    private static bool SwapsBytes(ModbusOrder order) => order is ModbusOrder.Badc or ModbusOrder.Dcba;
}
