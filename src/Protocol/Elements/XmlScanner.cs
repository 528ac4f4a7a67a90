using System.Buffers;

namespace EdgeGateway.Protocol.Elements;

/// <summary>
/// Reads XML documents one behind the other from one text, and makes the best of those that are not well-formed.
/// Local names only; no DTD, no external anything; attributes are checked and left out.
/// </summary>
/// <remarks>
/// It is the only XML reader of the device side, because one that repairs is needed anyway and a second would be a
/// second opinion. It is held to XmlReader by a test: what it calls unrepaired, XmlReader accepts and reads the same.
/// </remarks>
public sealed class XmlScanner
{
    private static readonly SearchValues<char> s_illegal = SearchValues.Create(Illegal());
    private static readonly SearchValues<char> s_nameEnd = SearchValues.Create(" \t\r\n/>");

    // Each join copies the text so far.
    private const int MostJoins = 1024;

    private readonly string _text;
    private readonly bool _entities;
    private readonly bool _illegal;
    private ElementTreeBuilder _builder = new();
    private bool _repaired;
    private int _at;
    private int _joins;

    public XmlScanner(string text)
    {
        _text = text;
        _entities = text.Contains('&') || text.Contains("]]>", StringComparison.Ordinal);
        _illegal = text.AsSpan().ContainsAny(s_illegal);
    }

    /// <summary>Why the rest was refused, a word of <see cref="ElementFaults"/>; null while all is well.</summary>
    public string? Fault { get; private set; }

    /// <returns>The next document, or null when none is left or the rest is refused.</returns>
    public ElementTree? Read()
    {
        _builder = new ElementTreeBuilder();
        _repaired = _illegal;
        while (Fault is null && _at < _text.Length)
        {
            if (Step())
            {
                return _builder.Build(_text, _repaired, false);
            }
        }

        return Fault is null && _builder.HasRoot ? Cut() : null;
    }

    // True when a document is complete.
    private bool Step()
    {
        int tag = _text.AsSpan(_at).IndexOf('<');
        int end = tag < 0 ? _text.Length : _at + tag;
        if (_builder.Depth > 0)
        {
            AddText(_at, end - _at);
        }

        _at = end;
        var rest = _text.AsSpan(_at);
        return rest switch
        {
            ['<', '/', ..] => EndTag(rest),
            ['<', '?', ..] => Instruction(rest),
            ['<', '!', ..] => Markup(rest),
            ['<', var first, ..] when char.IsLetter(first) || first is '_' => StartTag(rest),
            [] => false,
            _ => Stray(),
        };
    }

    private bool StartTag(ReadOnlySpan<char> rest)
    {
        int close = XmlTag.End(rest, out bool open);
        if (close < 0)
        {
            return Swallow();
        }

        var inside = rest[1..close];
        int nameLength = rest[1..].IndexOfAny(s_nameEnd) is var n && n >= 0 && n < inside.Length ? n : inside.Length;
        int local = inside[..nameLength].LastIndexOf(':') + 1;
        if (_builder.Depth > 0 && IsRootName(inside[local..nameLength]))
        {
            return Cut(false);
        }

        if (_builder.Full)
        {
            Fault = ElementFaults.TooLarge;
            return false;
        }

        bool empty = inside is [.., '/'];
        _repaired |= open || !XmlTag.AttributesAreWell(empty ? inside[nameLength..^1] : inside[nameLength..]);
        _builder.Open(_at + 1, _at + 1 + local, nameLength - local);
        _at += open ? close : close + 1;
        return empty && CloseCurrent();
    }

    private bool EndTag(ReadOnlySpan<char> rest)
    {
        int close = XmlTag.End(rest, out bool open);
        if (close < 0)
        {
            return Swallow();
        }

        var name = rest[2..close].TrimEnd();
        _at += open ? close : close + 1;
        _repaired |= open;
        if (_builder.Depth == 0)
        {
            return false;
        }

        if (name.SequenceEqual(QualifiedName(_builder.Current)))
        {
            return CloseCurrent();
        }

        _repaired = true;
        return CloseTo(name[(name.LastIndexOf(':') + 1)..]);
    }

    // An end tag that fits an outer element ends everything inside it; one that fits none is dropped.
    private bool CloseTo(ReadOnlySpan<char> local)
    {
        int node = _builder.Current;
        int unended = 0;
        while (!LocalName(node).Equals(local, StringComparison.OrdinalIgnoreCase))
        {
            if (node == 0)
            {
                return false;
            }

            node = _builder[node].Parent;
            unended++;
        }

        for (; unended > 0; unended--)
        {
            _builder.CloseUnended();
        }

        return CloseCurrent();
    }

    private bool Instruction(ReadOnlySpan<char> rest)
    {
        bool declaration = rest.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase);
        if (declaration && _builder.Depth > 0)
        {
            return Cut(false);
        }

        return SkipTo(rest, "?>");
    }

    private bool Markup(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("<!--"))
        {
            return SkipTo(rest, "-->");
        }

        if (rest.StartsWith("<![CDATA["))
        {
            return CharacterData(rest);
        }

        if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
        {
            Fault = ElementFaults.Dtd;
            return false;
        }

        return Stray();
    }

    private bool CharacterData(ReadOnlySpan<char> rest)
    {
        int end = rest.IndexOf("]]>");
        if (end >= 0 && _builder.Depth > 0)
        {
            Join(new string(rest[9..end]));
        }

        return SkipTo(rest, "]]>");
    }

    private bool SkipTo(ReadOnlySpan<char> rest, ReadOnlySpan<char> end)
    {
        int at = rest.IndexOf(end);
        if (at < 0)
        {
            return Swallow();
        }

        _at += at + end.Length;
        return false;
    }

    private void AddText(int start, int length)
    {
        var text = _text.AsSpan(start, length);
        ref var node = ref _builder[_builder.Current];
        if (node.FirstChild != 0 || text.IsWhiteSpace())
        {
            _repaired |= _entities && !XmlText.IsWell(text);
            return;
        }

        if (_entities && text.ContainsAny('&', ']'))
        {
            Join(XmlText.Resolve(text, ref _repaired));
        }
        else if (node.TextLength > 0 || node.Joined)
        {
            Join(new string(text));
        }
        else
        {
            _builder.Text(start, length);
        }
    }

    private void Join(string text)
    {
        ref var node = ref _builder[_builder.Current];
        string before = node.Joined ? _builder.Joined(_builder.Current) : _text.Substring(node.TextStart, node.TextLength);
        _builder.Text(before + text);
        Fault = ++_joins > MostJoins ? ElementFaults.TooLarge : Fault;
    }

    private bool CloseCurrent()
    {
        _builder.Close();
        return _builder.Depth == 0;
    }

    private bool Stray()
    {
        _repaired |= _builder.Depth > 0;
        _at++;
        return false;
    }

    // A tag that never ends: nothing behind it can be told apart.
    private bool Swallow()
    {
        _repaired = true;
        _at = _text.Length;
        return false;
    }

    // A new document starts inside this one, which is taken to end here.
    private bool Cut(bool truncated)
    {
        _repaired = true;
        while (_builder.Depth > 0)
        {
            if (truncated && _builder[_builder.Current].FirstChild == 0)
            {
                _builder.DropText();
            }

            _builder.CloseUnended();
        }

        return true;
    }

    private ElementTree Cut()
    {
        Cut(true);
        return _builder.Build(_text, true, true);
    }

    private bool IsRootName(ReadOnlySpan<char> local) => LocalName(0).Equals(local, StringComparison.OrdinalIgnoreCase);

    private ReadOnlySpan<char> LocalName(int node) => _text.AsSpan(_builder[node].LocalStart, _builder[node].LocalLength);

    private ReadOnlySpan<char> QualifiedName(int node) => _text.AsSpan(_builder[node].NameStart, _builder[node].NameLength);

    private static string Illegal()
    {
        var control = Enumerable.Range(0, 32).Select(code => (char)code).Where(c => c is not ('\t' or '\r' or '\n'));
        return new string([.. control]);
    }
}
