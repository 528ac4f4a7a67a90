using System.Text.Json;

namespace EdgeGateway.Protocol.Viid.Json;

/// <summary>Reads one JSON object or list into nodes, with bounds on depth and number.</summary>
internal sealed class ViidParser
{
    private const int MostNodes = 100_000;
    private const int MostDepth = 32;

    private static readonly JsonReaderOptions s_options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MostDepth,
    };

    private readonly int[] _open = new int[MostDepth + 1];
    private readonly int _offset;
    private ViidNode[] _nodes = new ViidNode[256];
    private int _count;
    private int _depth;
    private ViidNode _name;

    private ViidParser(int offset) => _offset = offset;

    /// <param name="utf8">May start with other text.</param>
    /// <param name="guessed">Whether its character set was guessed.</param>
    /// <param name="isInner">Whether it stood as a text in another document.</param>
    /// <param name="fault">A word of <see cref="ViidFaults"/> when there is no document.</param>
    public static ViidDocument? Read(ReadOnlyMemory<byte> utf8, bool guessed, bool isInner, out string? fault)
    {
        int start = Start(utf8.Span);
        if (start < 0)
        {
            fault = ViidFaults.NoJson;
            return null;
        }

        bool repaired = false;
        var parser = new ViidParser(start);
        fault = parser.Parse(utf8.Span[start..], out int length);
        if (fault == ViidFaults.Broken && WithoutControls(utf8.Span[start..]) is { } mended)
        {
            (utf8, start, repaired) = (mended, 0, true);
            parser = new ViidParser(0);
            fault = parser.Parse(mended, out length);
        }

        return fault is not null ? null : new ViidDocument(utf8, parser._nodes, isInner)
        {
            Malformed = !IsBlank(utf8.Span[..start]) || !IsBlank(utf8.Span[(start + length)..]),
            Repaired = repaired,
            CharsetGuessed = guessed,
        };
    }

    // A list can only be told from header text when nothing stands before it.
    private static int Start(ReadOnlySpan<byte> utf8)
    {
        int blanks = utf8.Length - utf8.TrimStart(" \t\r\n"u8).Length;
        return blanks < utf8.Length && utf8[blanks] == (byte)'[' ? blanks : utf8.IndexOf((byte)'{');
    }

    // Cameras written in C end a body with the zero of its string.
    private static bool IsBlank(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept(" \t\r\n\0"u8) < 0;

    // Base64 with bare line ends inside its quotes.
    private static byte[]? WithoutControls(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAnyInRange((byte)0, (byte)0x1F) < 0)
        {
            return null;
        }

        byte[] mended = text.ToArray();
        foreach (ref byte letter in mended.AsSpan())
        {
            letter = letter < 0x20 ? (byte)' ' : letter;
        }

        return mended;
    }

    private string? Parse(ReadOnlySpan<byte> text, out int length)
    {
        length = 0;
        var reader = new Utf8JsonReader(text, s_options);
        try
        {
            do
            {
                if (!reader.Read())
                {
                    return ViidFaults.Broken;
                }

                if (_count >= MostNodes)
                {
                    return ViidFaults.TooLarge;
                }

                Take(ref reader);
            }
            while (_depth > 0);
            length = (int)reader.BytesConsumed;
            return null;
        }
        catch (JsonException)
        {
            return _depth >= MostDepth ? ViidFaults.TooLarge : ViidFaults.Broken;
        }
    }

    private void Take(ref Utf8JsonReader reader)
    {
        int start = _offset + (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _name = new ViidNode { NameStart = start + 1, NameLength = reader.ValueSpan.Length, NameEscaped = reader.ValueIsEscaped };
                break;
            case JsonTokenType.StartObject:
                Open(ViidKind.Object);
                break;
            case JsonTokenType.StartArray:
                Open(ViidKind.List);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _depth--;
                break;
            case JsonTokenType.String:
                Add(ViidKind.Text, start + 1, reader.ValueSpan.Length, reader.ValueIsEscaped);
                break;
            default:
                Add(KindOf(reader.TokenType), start, reader.ValueSpan.Length, false);
                break;
        }
    }

    private static ViidKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.Number => ViidKind.Number,
        JsonTokenType.True => ViidKind.True,
        JsonTokenType.False => ViidKind.False,
        _ => ViidKind.Null,
    };

    private void Open(ViidKind kind)
    {
        int node = Add(kind, 0, 0, false);
        _open[_depth++] = node;
    }

    private int Add(ViidKind kind, int start, int length, bool escaped)
    {
        if (_count == _nodes.Length)
        {
            Array.Resize(ref _nodes, _count * 2);
        }

        int node = _count++;
        _nodes[node] = _name with { Kind = kind, Start = start, Length = length, Escaped = escaped };
        _name = default;
        if (_depth > 0)
        {
            Link(_open[_depth - 1], node);
        }

        return node;
    }

    private void Link(int parent, int node)
    {
        ref var above = ref _nodes[parent];
        if (above.LastChild == 0)
        {
            above.FirstChild = node;
        }
        else
        {
            _nodes[above.LastChild].Next = node;
        }

        above.LastChild = node;
    }
}
