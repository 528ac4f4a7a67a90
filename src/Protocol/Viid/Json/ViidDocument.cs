using EdgeGateway.Protocol.Text;

namespace EdgeGateway.Protocol.Viid.Json;

/// <summary>
/// One body as a tree of ranges over its bytes: nothing of it is copied, so that eight megabytes of pictures in base64
/// cost eight megabytes. Valid as long as the bytes are.
/// </summary>
public sealed class ViidDocument
{
    /// <summary>Largest body in bytes (plate-camera.md section 6).</summary>
    public const int Longest = 32 * 1024 * 1024;

    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly ViidNode[] _nodes;
    private readonly bool _isInner;
    private Dictionary<int, ViidDocument?>? _inner;

    internal ViidDocument(ReadOnlyMemory<byte> utf8, ViidNode[] nodes, bool isInner) => (_utf8, _nodes, _isInner) = (utf8, nodes, isInner);

    public ViidValue Root => new(this, 0);

    /// <summary>Text stood before the object or behind it (flag <c>HTTP_MALFORMED</c>).</summary>
    public bool Malformed { get; internal init; }

    /// <summary>Control characters stood inside texts and were read as blanks (flag <c>JSON_REPAIRED</c>).</summary>
    public bool Repaired { get; internal init; }

    /// <summary>The character set is not the declared one, or none was declared and it is not UTF-8 (flag <c>CHARSET_GUESSED</c>).</summary>
    public bool CharsetGuessed { get; internal init; }

    /// <param name="body">As it came, in any character set of section 6, perhaps with text before the first brace.</param>
    /// <param name="charset">Parameter <c>charset</c> of the Content-Type, or null.</param>
    /// <param name="fault">A word of <see cref="ViidFaults"/> when there is no document, else null.</param>
    public static ViidDocument? Read(ReadOnlyMemory<byte> body, string? charset, out string? fault)
    {
        if (body.Length > Longest)
        {
            fault = ViidFaults.TooLarge;
            return null;
        }

        if (Charsets.ToUtf8(body, charset) is not { } first)
        {
            fault = ViidFaults.Charset;
            return null;
        }

        var document = Parse(first, out fault);
        return PlateOpinion.Better(body, first, document) is { } better ? Parse(better, out fault) : document;
    }

    internal static ViidDocument? Parse(Utf8Body body, out string? fault) => ViidParser.Read(body.Bytes, body.Guessed, false, out fault);

    internal ref readonly ViidNode Node(int node) => ref _nodes[node];

    internal ReadOnlySpan<byte> Bytes(int node) => _utf8.Span.Slice(_nodes[node].Start, _nodes[node].Length);

    internal ReadOnlySpan<byte> NameOf(int node)
    {
        var name = _utf8.Span.Slice(_nodes[node].NameStart, _nodes[node].NameLength);
        return _nodes[node].NameEscaped ? ViidEscapes.Resolve(name, ViidValue.LongestText) : name;
    }

    internal ViidValue Member(int node, string name)
    {
        if (_nodes[node].Kind != ViidKind.Object)
        {
            return default;
        }

        int found = Find(node, name);
        found = found == 0 && ViidKeys.Slip(name) is { } slip ? Find(node, slip) : found;
        return found == 0 ? default : new ViidValue(this, found);
    }

    // Not inside what was a text already: nobody nests twice.
    internal ViidDocument? Inner(int node)
    {
        if (_isInner || !LooksLikeJson(Bytes(node)))
        {
            return null;
        }

        _inner ??= [];
        if (!_inner.TryGetValue(node, out var inner))
        {
            byte[] plain = _nodes[node].Escaped ? ViidEscapes.Resolve(Bytes(node)) : Bytes(node).ToArray();
            inner = ViidParser.Read(plain, false, true, out _);
            _inner[node] = inner;
        }

        return inner;
    }

    private int Find(int node, string name)
    {
        int child = _nodes[node].FirstChild;
        while (child != 0 && !ViidKeys.Same(NameOf(child), name))
        {
            child = _nodes[child].Next;
        }

        return child;
    }

    private static bool LooksLikeJson(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];
}
