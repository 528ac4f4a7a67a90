using System.Globalization;
using System.Text;

namespace EdgeGateway.Sim.Twins.XrayScanner.Dicos;

/// <summary>
/// Writes elements as a scanner does (xray.md section 1.3). The twin's own: it shares nothing with what reads them.
/// </summary>
/// <param name="encoding">Byte order, and whether the value representation is written.</param>
/// <param name="text">Charset of texts.</param>
/// <param name="undefined">Whether sequences and items have undefined lengths and end with delimiters.</param>
public sealed class DicosWriter(DicosEncoding encoding, Encoding text, bool undefined)
{
    private const uint Undefined = 0xFFFFFFFF;
    private static readonly HashSet<string> s_long = ["OB", "OW", "SQ", "UN", "UT"];

    private readonly MemoryStream _bytes = new();

    public byte[] ToArray() => _bytes.ToArray();

    /// <summary>A text, padded to an even length as its representation asks for.</summary>
    public DicosWriter Text(uint tag, string vr, string value)
    {
        byte[] bytes = text.GetBytes(value);
        return Element(tag, vr, bytes.Length % 2 == 0 ? bytes : [.. bytes, (byte)(vr == "UI" ? 0 : ' ')]);
    }

    public DicosWriter Number(uint tag, string vr, params IReadOnlyList<double> values)
    {
        var bytes = new MemoryStream();
        foreach (double value in values)
        {
            bytes.Write(vr switch
            {
                "US" => Ordered(BitConverter.GetBytes((ushort)value)),
                "UL" => Ordered(BitConverter.GetBytes((uint)value)),
                "FL" => Ordered(BitConverter.GetBytes((float)value)),
                "FD" => Ordered(BitConverter.GetBytes(value)),
                _ => throw new ArgumentException(vr, nameof(vr)),
            });
        }

        return Element(tag, vr, bytes.ToArray());
    }

    public DicosWriter Whole(uint tag, int value) => Text(tag, "IS", value.ToString(CultureInfo.InvariantCulture));

    public DicosWriter Sequence(uint tag, params IReadOnlyList<Action<DicosWriter>> items)
    {
        var body = new DicosWriter(encoding, text, undefined);
        foreach (Action<DicosWriter> item in items)
        {
            var inner = new DicosWriter(encoding, text, undefined);
            item(inner);
            byte[] bytes = inner.ToArray();
            body.Tag(0xFFFEE000).Length(undefined ? Undefined : (uint)bytes.Length).Raw(bytes);
            if (undefined)
            {
                body.Tag(0xFFFEE00D).Length(0);
            }
        }

        byte[] all = body.ToArray();
        Head(tag, "SQ", undefined ? Undefined : (uint)all.Length).Raw(all);
        return undefined ? Tag(0xFFFEE0DD).Length(0) : this;
    }

    public DicosWriter Element(uint tag, string vr, ReadOnlySpan<byte> value) => Head(tag, vr, (uint)value.Length).Raw(value);

    private DicosWriter Head(uint tag, string vr, uint length)
    {
        Tag(tag);
        if (encoding == DicosEncoding.Implicit)
        {
            return Length(length);
        }

        Raw(Encoding.ASCII.GetBytes(vr));
        return s_long.Contains(vr) ? Raw([0, 0]).Length(length) : Raw(Ordered(BitConverter.GetBytes((ushort)length)));
    }

    private DicosWriter Tag(uint tag) => Raw(Ordered(BitConverter.GetBytes((ushort)(tag >> 16)))).Raw(Ordered(BitConverter.GetBytes((ushort)tag)));

    private DicosWriter Length(uint length) => Raw(Ordered(BitConverter.GetBytes(length)));

    private DicosWriter Raw(ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    private byte[] Ordered(byte[] little)
    {
        if (encoding == DicosEncoding.BigEndian)
        {
            Array.Reverse(little);
        }

        return little;
    }
}
