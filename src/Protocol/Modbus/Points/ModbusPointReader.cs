using System.Globalization;
using System.Text;

namespace EdgeGateway.Protocol.Modbus.Points;

/// <summary>What became of the words of a point.</summary>
/// <param name="Value">Null when they mean no data.</param>
/// <param name="IsInvalid">True when they are one of the point's invalid values, or a float that is no number.</param>
public readonly record struct PointRead(ModbusValue? Value, bool IsInvalid);

/// <summary>From words and bits to a value (xray.md section 3.2).</summary>
public static class ModbusPointReader
{
    /// <summary>For a point in a table of bits.</summary>
    public static PointRead Read(ModbusPoint point, bool bit) => Flag(point, bit);

    /// <param name="point">In a table of words.</param>
    /// <param name="words">As many as <see cref="ModbusPoint.Size"/>.</param>
    public static PointRead Read(ModbusPoint point, ReadOnlySpan<ushort> words)
    {
        if (point.Bit is { } bit)
        {
            return Flag(point, (words[0] >> bit & 1) != 0);
        }

        Span<byte> bytes = stackalloc byte[2 * words.Length];
        ModbusBytes.FromWords(words, point.Order, bytes);
        return point.Type switch
        {
            ModbusType.String => Text(point, bytes),
            ModbusType.F32 or ModbusType.F64 => Float(point, ModbusBytes.Float(bytes)),
            _ => Whole(point, ModbusBytes.Whole(bytes, ModbusBytes.IsSigned(point.Type))),
        };
    }

    private static PointRead Flag(ModbusPoint point, bool flag)
    {
        decimal raw = flag ? 1 : 0;
        return point.Invalid.Contains(raw) ? Invalid
            : Good(point.Map.TryGetValue(raw, out string? word) ? ModbusValue.Of(word) with { Raw = raw } : ModbusValue.Of(flag));
    }

    private static PointRead Whole(ModbusPoint point, decimal raw)
    {
        if (point.Invalid.Contains(raw))
        {
            return Invalid;
        }

        var value = point.Map.TryGetValue(raw, out string? word) ? ModbusValue.Of(word) : ModbusValue.Of((raw * point.Scale) + point.Offset);
        return Good(value with { Raw = raw });
    }

    private static PointRead Float(ModbusPoint point, double raw)
    {
        double value = (raw * (double)point.Scale) + (double)point.Offset;
        return double.IsFinite(value) && !point.Invalid.Any(one => (double)one == raw) ? Good(ModbusValue.Of(value)) : Invalid;
    }

    /// <summary>Ends at the first NUL; what is no printable ASCII stays visible as its code.</summary>
    private static PointRead Text(ModbusPoint point, ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf((byte)0);
        var text = new StringBuilder();
        foreach (byte one in end < 0 ? bytes : bytes[..end])
        {
            _ = one is >= 0x20 and < 0x7F ? text.Append((char)one) : text.Append(CultureInfo.InvariantCulture, $"\\x{one:x2}");
        }

        return Good(ModbusValue.Of(text.ToString().TrimEnd(' ')));
    }

    private static PointRead Invalid => new(null, true);

    private static PointRead Good(ModbusValue value) => new(value, false);
}
