using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace EdgeGateway.Protocol.Dicos;

/// <summary>Values out of the bytes of an element (xray.md section 1.3).</summary>
public static class DicosValues
{
    /// <summary>Several values stand between backslashes; these are looked for in the decoded text, because a character of GB18030 may hold that byte.</summary>
    public static IReadOnlyList<string> Texts(DicosElement element, Encoding charset)
    {
        if (!DicosVrs.IsText(element.Vr) || element.Value.IsEmpty)
        {
            return [];
        }

        string text = (DicosVrs.IsCharsetText(element.Vr) ? charset : DicosCharset.Ascii).GetString(element.Value.Span);
        return DicosVrs.IsSingle(element.Vr) ? [text.TrimEnd(' ', '\0')] : [.. text.Split('\\').Select(one => one.Trim(' ', '\0'))];
    }

    /// <summary>Bytes behind the last whole number are left out.</summary>
    public static IReadOnlyList<double> Numbers(DicosElement element)
    {
        if (element.Vr is DicosVr.IS or DicosVr.DS)
        {
            return Written(Texts(element, DicosCharset.Ascii));
        }

        int size = DicosVrs.NumberSize(element.Vr);
        var bytes = element.Value.Span;
        if (size == 0 || bytes.Length < size)
        {
            return [];
        }

        double[] numbers = new double[bytes.Length / size];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Binary(element.Vr, bytes.Slice(i * size, size));
        }

        return numbers;
    }

    private static double Binary(DicosVr vr, ReadOnlySpan<byte> bytes) => vr switch
    {
        DicosVr.US => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        DicosVr.SS => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        DicosVr.UL => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        DicosVr.SL => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        DicosVr.UV => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        DicosVr.SV => BinaryPrimitives.ReadInt64LittleEndian(bytes),
        DicosVr.FL or DicosVr.OF => Shortest(BinaryPrimitives.ReadSingleLittleEndian(bytes)),
        _ => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
    };

    // 0.6 was meant by the float that is nearest to it, and not 0.60000002384.
    private static double Shortest(float value) =>
        float.IsFinite(value) ? double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : value;

    private static List<double> Written(IReadOnlyList<string> texts)
    {
        var numbers = new List<double>(texts.Count);
        foreach (string text in texts)
        {
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            {
                return [];
            }

            numbers.Add(number);
        }

        return numbers;
    }
}
