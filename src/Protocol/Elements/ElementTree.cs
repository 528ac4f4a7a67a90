namespace EdgeGateway.Protocol.Elements;

/// <summary>
/// One document as a tree of named texts: ranges over the text it was read from, so that a reading of 3.5 KB costs one
/// string and one array. Attributes and namespaces are left out: no device of ours says anything with them.
/// </summary>
public sealed class ElementTree
{
    private readonly string _text;
    private readonly ElementNode[] _nodes;
    private readonly IReadOnlyDictionary<int, string>? _joined;

    internal ElementTree(string text, ElementNode[] nodes, IReadOnlyDictionary<int, string>? joined) =>
        (_text, _nodes, _joined) = (text, nodes, joined);

    /// <summary>The outermost element.</summary>
    public Element Root => new(this, 0);

    /// <summary>True when the document was not well-formed and a best reading of it was made (flag <c>XML_REPAIRED</c>).</summary>
    public bool Repaired { get; internal init; }

    /// <summary>True when the document ended before its root did; the text that was being written then is left out.</summary>
    public bool Truncated { get; internal init; }

    internal ReadOnlySpan<char> Name(int node) => _text.AsSpan(_nodes[node].LocalStart, _nodes[node].LocalLength);

    internal ReadOnlySpan<char> Raw(int node) =>
        _nodes[node].Joined ? _joined![node] : _text.AsSpan(_nodes[node].TextStart, _nodes[node].TextLength);

    /// <returns>The first child of that name, or 0.</returns>
    internal int Child(int node, string name)
    {
        int child = _nodes[node].FirstChild;
        while (child != 0 && !(_nodes[child].LocalLength == name.Length && Name(child).Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            child = _nodes[child].Next;
        }

        return child;
    }

    internal int FirstChild(int node) => _nodes[node].FirstChild;

    internal int Next(int node) => _nodes[node].Next;
}
