using System.Globalization;
using System.Text;

namespace EdgeGateway.Protocol.Viid.Json;

/// <summary>
/// One value of a body, or none: asking a missing value for members or text gives nothing, so a path can be read without
/// checking each step. Scalars are read as they come: number, text, empty text or null (plate-camera.md section 2.6).
/// </summary>
public readonly struct ViidValue
{
    /// <summary>No field of the standard is longer than 256 characters; of a longer text this much is read.</summary>
    public const int LongestText = 1024;

    private readonly ViidDocument? _document;
    private readonly int _node;

    internal ViidValue(ViidDocument document, int node) => (_document, _node) = (document, node);

    public bool Exists => _document is not null;

    public ViidKind Kind => _document is null ? ViidKind.Missing : _document.Node(_node).Kind;

    /// <summary>The name it stands under, as spelled on the wire; empty in a list.</summary>
    public string Name => _document is null ? string.Empty : Encoding.UTF8.GetString(_document.NameOf(_node));

    /// <summary>The bytes between the quotes of a text, or of a number, with escapes as they are; for what is too long to be a text.</summary>
    public ReadOnlySpan<byte> Utf8 => _document is null ? [] : _document.Bytes(_node);

    /// <summary>Whether <see cref="Utf8"/> has escapes in it.</summary>
    public bool Escaped => _document is not null && _document.Node(_node).Escaped;

    /// <summary>Text, number, true or false as written, without the blanks around it; null when it is empty, null, missing, an object or a list.</summary>
    public string? Text => Raw.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>As <see cref="Text"/> with its blanks; empty instead of null.</summary>
    public string Raw => Kind switch
    {
        ViidKind.Text => Encoding.UTF8.GetString(Whole(Escaped ? ViidEscapes.Resolve(Utf8, LongestText) : Utf8)),
        ViidKind.Number or ViidKind.True or ViidKind.False => Encoding.UTF8.GetString(Whole(Utf8)),
        _ => string.Empty,
    };

    /// <summary>The first member of that name, see <see cref="ViidKeys"/>; also inside a text that is JSON itself.</summary>
    public ViidValue this[string name] => Opened()._document is { } document ? document.Member(Opened()._node, name) : default;

    /// <summary>Every member of an object or item of a list, in order; also of a text that is JSON itself.</summary>
    public IEnumerable<ViidValue> Children()
    {
        var value = Opened();
        for (int child = value._document?.Node(value._node).FirstChild ?? 0; child != 0; child = value._document!.Node(child).Next)
        {
            yield return new ViidValue(value._document!, child);
        }
    }

    /// <summary>The items of a list; a single object stands for a list of one. What is no object is left out.</summary>
    public IEnumerable<ViidValue> Objects()
    {
        var value = Opened();
        return value.Kind switch
        {
            ViidKind.Object => [value],
            ViidKind.List => value.Children().Select(item => item.Opened()).Where(item => item.Kind == ViidKind.Object),
            _ => [],
        };
    }

    /// <summary>A whole number; <c>2.0</c> is one. Null when it is none.</summary>
    public int? Int() => Number() is { } number && number >= int.MinValue && number <= int.MaxValue && Math.Floor(number) == number ? (int)number : null;

    /// <summary>A finite number, or null.</summary>
    public double? Number() =>
        double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;

    /// <summary>True, false, or null when it is neither: true, "true", 1, "1" and their opposites.</summary>
    public bool? Flag() => Text?.ToUpperInvariant() switch
    {
        "TRUE" or "1" => true,
        "FALSE" or "0" => false,
        _ => null,
    };

    /// <summary>A text that contains JSON (seen in place of SubImageList) opens to its object or list.</summary>
    internal ViidValue Opened() => Kind == ViidKind.Text && _document!.Inner(_node) is { } inner ? inner.Root : this;

    // Never cuts a character in two.
    private static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length <= LongestText - 3)
        {
            return utf8;
        }

        int end = Math.Min(utf8.Length, LongestText - 3);
        while (end > 0 && end < utf8.Length && (utf8[end] & 0xC0) == 0x80)
        {
            end--;
        }

        return utf8[..end];
    }
}
