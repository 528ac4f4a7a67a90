using System.Globalization;
using System.Text;

namespace EdgeGateway.Protocol.Snmp;

/// <summary>An OBJECT IDENTIFIER, known by its dotted text: 2 to 128 arcs of 32 bits.</summary>
public sealed record ObjectId
{
    public const int MostArcs = 128;

    private const int MostArcBytes = 5;

    private ObjectId(string text) => Text = text;

    /// <summary>For example <c>1.3.6.1.4.1.40297.1.2.1.2.2.0</c>.</summary>
    public string Text { get; }

    /// <param name="text">Dotted; of our own making.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static ObjectId Of(string text)
    {
        var id = new ObjectId(text);
        _ = id.Content();
        return id;
    }

    /// <summary>Whether it stands below that one, itself included.</summary>
    public bool IsBelow(ObjectId root) => Text == root.Text || Text.StartsWith(root.Text + ".", StringComparison.Ordinal);

    public override string ToString() => Text;

    internal static ObjectId? Read(ReadOnlySpan<byte> content)
    {
        var text = new StringBuilder();
        int arcs = 0;
        while (!content.IsEmpty && arcs < MostArcs)
        {
            if (!TryArc(ref content, out uint arc))
            {
                return null;
            }

            // X.690 section 8.19: the first two arcs share one number.
            uint root = Math.Min(arc / 40, 2);
            text.Append(arcs == 0 ? FormattableString.Invariant($"{root}.{arc - (root * 40)}") : FormattableString.Invariant($".{arc}"));
            arcs += arcs == 0 ? 2 : 1;
        }

        return arcs > 0 && content.IsEmpty ? new ObjectId(text.ToString()) : null;
    }

    internal byte[] Content()
    {
        uint[] arcs = [.. Text.Split('.').Select(arc => uint.Parse(arc, NumberStyles.None, CultureInfo.InvariantCulture))];
        if (arcs.Length is < 2 or > MostArcs || arcs[0] > 2 || arcs[1] > 39)
        {
            throw new FormatException($"{Text} is no object identifier");
        }

        var bytes = new List<byte>();
        AddArc(bytes, (arcs[0] * 40) + arcs[1]);
        foreach (uint arc in arcs.AsSpan(2))
        {
            AddArc(bytes, arc);
        }

        return [.. bytes];
    }

    private static bool TryArc(ref ReadOnlySpan<byte> content, out uint arc)
    {
        ulong value = 0;
        for (int i = 0; i < content.Length && i < MostArcBytes; i++)
        {
            value = (value << 7) | (byte)(content[i] & 0x7F);
            if (content[i] < 0x80)
            {
                arc = (uint)value;
                content = content[(i + 1)..];
                return value <= uint.MaxValue;
            }
        }

        arc = 0;
        return false;
    }

    private static void AddArc(List<byte> bytes, uint arc)
    {
        for (int shift = 28; shift > 0; shift -= 7)
        {
            if (arc >> shift != 0)
            {
                bytes.Add((byte)(0x80 | (arc >> shift)));
            }
        }

        bytes.Add((byte)(arc & 0x7F));
    }
}
