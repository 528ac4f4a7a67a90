namespace EdgeGateway.Tests.House;

/// <summary>Blanks out comments, characters and strings of C#, so that braces and words in them are not taken for code. Code inside interpolation stays.</summary>
internal sealed class CodeOnly
{
    private readonly string _text;
    private readonly char[] _code;
    private int _at;

    private CodeOnly(string text)
    {
        _text = text;
        _code = text.ToCharArray();
    }

    public static string Of(string text)
    {
        var scan = new CodeOnly(text);
        scan.Code(untilBrace: false);
        return new string(scan._code);
    }

    /// <param name="untilBrace">True inside an interpolation hole: ends before the brace that closes it.</param>
    private void Code(bool untilBrace)
    {
        for (int depth = 0; _at < _text.Length;)
        {
            if (Starts("//"))
            {
                BlankUntil("\n", includeEnd: false);
            }
            else if (Starts("/*"))
            {
                BlankUntil("*/", includeEnd: true);
            }
            else if (_text[_at] == '\'')
            {
                Quoted('\'', 0, verbatim: false);
            }
            else if (IsStringStart(out int dollars, out bool verbatim))
            {
                String(dollars, verbatim);
            }
            else if (untilBrace && depth == 0 && _text[_at] == '}')
            {
                return;
            }
            else
            {
                depth += _text[_at] switch { '{' => 1, '}' => -1, _ => 0 };
                _at++;
            }
        }
    }

    private bool IsStringStart(out int dollars, out bool verbatim)
    {
        int at = _at;
        (dollars, verbatim) = (0, false);
        for (; at < _text.Length && _text[at] is '$' or '@'; at++)
        {
            dollars += _text[at] == '$' ? 1 : 0;
            verbatim |= _text[at] == '@';
        }

        bool starts = at < _text.Length && _text[at] == '"';
        _at = starts ? at : _at;
        return starts;
    }

    private void String(int dollars, bool verbatim)
    {
        int quotes = 0;
        while (_at + quotes < _text.Length && _text[_at + quotes] == '"')
        {
            quotes++;
        }

        if (quotes >= 3 && !verbatim)
        {
            Raw(quotes, dollars);
        }
        else
        {
            Quoted('"', dollars, verbatim);
        }
    }

    private void Raw(int quotes, int dollars)
    {
        string end = new('"', quotes);
        string hole = new('{', Math.Max(1, dollars));
        Blank(quotes);
        while (_at < _text.Length && !Starts(end))
        {
            if (dollars > 0 && Starts(hole))
            {
                Hole(dollars);
            }
            else
            {
                Blank(1);
            }
        }

        Blank(quotes);
    }

    private void Quoted(char quote, int dollars, bool verbatim)
    {
        Blank(1);
        while (_at < _text.Length && _text[_at] != quote)
        {
            if ((dollars > 0 && (Starts("{{") || Starts("}}"))) || (!verbatim && _text[_at] == '\\'))
            {
                Blank(2);
            }
            else if (dollars > 0 && _text[_at] == '{')
            {
                Hole(1);
            }
            else
            {
                Blank(1);
            }
        }

        Blank(1);

        // A doubled quote stands for itself in a verbatim string: what follows belongs to it.
        if (verbatim && _at < _text.Length && _text[_at] == quote)
        {
            Quoted(quote, dollars, verbatim);
        }
    }

    private void Hole(int braces)
    {
        Blank(braces);
        Code(untilBrace: true);
        Blank(braces);
    }

    private void BlankUntil(string end, bool includeEnd)
    {
        int found = _text.IndexOf(end, _at + (includeEnd ? 2 : 0), StringComparison.Ordinal);
        Blank((found < 0 ? _text.Length : found + (includeEnd ? end.Length : 0)) - _at);
    }

    private void Blank(int count)
    {
        for (int end = Math.Min(_at + count, _text.Length); _at < end; _at++)
        {
            _code[_at] = _text[_at] is '\n' or '\r' ? _text[_at] : ' ';
        }
    }

    private bool Starts(string what) => string.CompareOrdinal(_text, _at, what, 0, what.Length) == 0;
}
