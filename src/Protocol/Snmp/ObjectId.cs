using System.Globalization;
using System.Text;

namespace EdgeGateway.Protocol.Snmp;

/// <summary>An OBJECT IDENTIFIER, known by its dotted text: 2 to 128 arcs of 32 bits.</summary>
public sealed record ObjectId
{
    public const int MostArcs = 128;

    private const int MostArcBytes = 5;
    private const uint MostSecondArc = 39;

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

    /// <returns>Null when it is none; of anybody's making.</returns>
    public static ObjectId? TryOf(string text)
    {
        string[] arcs = text.Split('.', MostArcs + 1);
        bool isOne = arcs.Length is >= 2 and <= MostArcs && Array.TrueForAll(arcs, arc => uint.TryParse(arc, NumberStyles.None, CultureInfo.InvariantCulture, out uint value) && value.ToString(CultureInfo.InvariantCulture) == arc);
        return isOne && arcs[0] is ("0" or "1" or "2") && uint.Parse(arcs[1], CultureInfo.InvariantCulture) <= MostSecondArc ? new ObjectId(text) : null;
    }

    /// <summary>Whether it stands below that one, itself included.</summary>
    public bool IsBelow(ObjectId root) => Text == root.Text || Text.StartsWith(root.Text + ".", StringComparison.Ordinal);

    /// <returns>What stands behind that root, for example <c>1.3</c> of a row; null when it does not stand below it.</returns>
    public string? Below(ObjectId root) => Text.Length > root.Text.Length && IsBelow(root) ? Text[(root.Text.Length + 1)..] : null;

    /// <summary>Whether a walk comes to it later than to that one.</summary>
    public bool IsBehind(ObjectId other)
    {
        uint[] mine = Arcs();
        uint[] others = other.Arcs();
        for (int i = 0; i < Math.Min(mine.Length, others.Length); i++)
        {
            if (mine[i] != others[i])
            {
                return mine[i] > others[i];
            }
        }

        return mine.Length > others.Length;
    }

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
        uint[] arcs = Arcs();
        if (arcs.Length is < 2 or > MostArcs || arcs[0] > 2 || arcs[1] > MostSecondArc)
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

    private uint[] Arcs() => [.. Text.Split('.').Select(arc => uint.Parse(arc, NumberStyles.None, CultureInfo.InvariantCulture))];

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
