using System.Buffers.Binary;
using System.Text;

namespace EdgeGateway.Protocol.Modbus.Points;

/// <summary>From a value to words and coils (xray.md section 3.2): only where the site allows it, and only what fits exactly.</summary>
public static class ModbusPointWriter
{
    public static PointWrite Write(ModbusPoint point, ModbusValue value)
    {
        if (!point.Write || point.Bit is not null || point.Area is ModbusArea.Discrete or ModbusArea.Input)
        {
            return Failed(PointFaults.NotWritable);
        }

        return point switch
        {
            { Area: ModbusArea.Coil } => value.Flag is { } flag ? new(flag, null, null) : Failed(PointFaults.WrongType),
            { Type: ModbusType.String } => value.Text is { } text ? Text(point, text) : Failed(PointFaults.WrongType),
            _ when RawOf(point, value.Text) is { } raw => Write(point, ModbusValue.Of((raw * point.Scale) + point.Offset)),
            _ => value.Number is { } number ? Number(point, number, value.Whole) : Failed(PointFaults.WrongType),
        };
    }

    /// <returns>What stands for a word of the map, where exactly one number does.</returns>
    private static decimal? RawOf(ModbusPoint point, string? word)
    {
        decimal[] found = word is null ? [] : [.. point.Map.Where(pair => pair.Value == word).Select(pair => pair.Key)];
        return found is [var raw] ? raw : null;
    }

    private static PointWrite Number(ModbusPoint point, double number, long? whole)
    {
        if (number < point.Min || number > point.Max || !double.IsFinite(number))
        {
            return Failed(PointFaults.OutOfRange);
        }

        if (point.Type is ModbusType.F32 or ModbusType.F64)
        {
            return Float(point, (number - (double)point.Offset) / (double)point.Scale);
        }

        // Beyond this no type holds it, and a decimal could not be computed with.
        bool fits = Math.Abs((number - (double)point.Offset) / (double)point.Scale) < 2.0 * ulong.MaxValue;
        return fits ? Whole(point, ((whole ?? (decimal)number) - point.Offset) / point.Scale) : Failed(PointFaults.OutOfRange);
    }

    private static PointWrite Float(ModbusPoint point, double raw)
    {
        var bytes = new byte[2 * point.Size];
        if (point.Type == ModbusType.F64)
        {
            BinaryPrimitives.WriteDoubleBigEndian(bytes, raw);
        }
        else
        {
            BinaryPrimitives.WriteSingleBigEndian(bytes, (float)raw);
        }

        bool fits = double.IsFinite(raw) && (point.Type == ModbusType.F64 || float.IsFinite((float)raw));
        return fits ? Words(point, bytes) : Failed(PointFaults.OutOfRange);
    }

    /// <summary>A value between two raw numbers is not rounded: what is written is what was ordered, or nothing.</summary>
    private static PointWrite Whole(ModbusPoint point, decimal raw)
    {
        var (least, most) = Range(point.Type);
        if (raw != decimal.Truncate(raw) || raw < least || raw > most)
        {
            return Failed(PointFaults.OutOfRange);
        }

        Span<byte> all = stackalloc byte[16];
        BinaryPrimitives.WriteInt128BigEndian(all, (Int128)raw);
        return Words(point, all[^(2 * point.Size)..]);
    }

    private static PointWrite Text(ModbusPoint point, string text)
    {
        var bytes = new byte[2 * point.Size];
        if (text.Length > bytes.Length || text.Any(letter => letter is < ' ' or > '~'))
        {
            return Failed(PointFaults.OutOfRange);
        }

        Encoding.ASCII.GetBytes(text, bytes);
        return Words(point, bytes);
    }

    private static PointWrite Words(ModbusPoint point, ReadOnlySpan<byte> bytes) => new(null, ModbusBytes.ToWords(bytes, point.Order), null);

    private static (decimal Least, decimal Most) Range(ModbusType type) => type switch
    {
        ModbusType.I16 => (short.MinValue, short.MaxValue),
        ModbusType.I32 => (int.MinValue, int.MaxValue),
        ModbusType.U32 => (uint.MinValue, uint.MaxValue),
        ModbusType.I64 => (long.MinValue, long.MaxValue),
        ModbusType.U64 => (ulong.MinValue, ulong.MaxValue),
        _ => (ushort.MinValue, ushort.MaxValue),
    };

    private static PointWrite Failed(string fault) => new(null, null, fault);
}
