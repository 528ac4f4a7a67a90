using System.Globalization;

namespace EdgeGateway.Protocol.Elements;

/// <summary>
/// One element, or none: asking a missing element for its children or text gives a missing element and no text, so a
/// path can be read without checking each step. Names are compared without letter case.
/// </summary>
public readonly struct Element
{
    private readonly ElementTree? _tree;
    private readonly int _node;

    internal Element(ElementTree? tree, int node) => (_tree, _node) = (tree, node);

    public bool Exists => _tree is not null;

    /// <summary>Local name, without prefix, as spelled on the wire.</summary>
    public ReadOnlySpan<char> Name => _tree is null ? [] : _tree.Name(_node);

    /// <summary>Text as written, entities resolved, blanks kept; empty for an element with children or none.</summary>
    public ReadOnlySpan<char> Raw => _tree is null ? [] : _tree.Raw(_node);

    /// <summary>Text without the blanks around it, or null when there is none.</summary>
    public string? Text => Raw.Trim() is { IsEmpty: false } text ? new string(text) : null;

    public bool HasChildren => _tree is not null && _tree.FirstChild(_node) != 0;

    /// <summary>The first child of that name, or a missing element.</summary>
    public Element this[string name] => Neighbour(_tree?.Child(_node, name) ?? 0);

    /// <summary>The first child, or a missing element.</summary>
    public Element First => Neighbour(_tree?.FirstChild(_node) ?? 0);

    /// <summary>The next child of the same parent, or a missing element.</summary>
    public Element Next => Neighbour(_tree?.Next(_node) ?? 0);

    public bool IsNamed(string name) =>
        _tree is not null && Name is var own && own.Length == name.Length && own.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <returns>True when the text is this word in any letter case.</returns>
    public bool Is(string word) => Raw.Trim().Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The text as a whole number, or null when it is none or empty.</summary>
    public int? Int() =>
        int.TryParse(Raw, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int value)
            ? value : null;

    /// <summary>The text as a finite number, or null when it is none or empty.</summary>
    public double? Number() =>
        double.TryParse(Raw, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;

    /// <summary>Every child, in order.</summary>
    public IEnumerable<Element> Children()
    {
        for (var child = First; child.Exists; child = child.Next)
        {
            yield return child;
        }
    }

    private Element Neighbour(int node) => node == 0 ? default : new Element(_tree, node);
}
