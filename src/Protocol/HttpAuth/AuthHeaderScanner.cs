using System.Text;

namespace EdgeGateway.Protocol.HttpAuth;

/// <summary>The words, values and tokens of an authentication header, left to right.</summary>
internal ref struct AuthHeaderScanner(string text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>Skips separators and reads up to the next separator or equals sign.</summary>
    public bool NextWord(out string word, out bool afterComma)
    {
        afterComma = false;
        while (_at < _text.Length && !IsWord(_text[_at]))
        {
            afterComma |= _text[_at++] == ',';
        }

        word = TakeWhile(IsWord);
        return word.Length > 0;
    }

    /// <summary>Reads <c>= value</c> when that is what follows.</summary>
    public bool TryValue(out string value)
    {
        value = string.Empty;
        int mark = _at;
        SkipBlanks();
        if (_at >= _text.Length || _text[_at] != '=')
        {
            _at = mark;
            return false;
        }

        _at++;
        SkipBlanks();
        value = _at < _text.Length && _text[_at] == '"' ? Quoted() : TakeWhile(c => c != ',' && !IsBlank(c)).TrimEnd('"');
        return true;
    }

    /// <summary>Reads what stands alone behind a scheme, such as the base64 of Basic; a parameter is left for later.</summary>
    public string? TryToken()
    {
        int mark = _at;
        SkipBlanks();
        string token = TakeWhile(c => c != ',' && c != '"' && !IsBlank(c));
        string core = token.TrimEnd('=');
        int end = _at;
        SkipBlanks();
        bool parameter = core.Contains('=') || (_at < _text.Length && _text[_at] is '=' or '"');
        _at = parameter || core.Length == 0 ? mark : end;
        return _at == end && core.Length > 0 ? token : null;
    }

    /// <summary>A closing quote that never comes ends the value with the header.</summary>
    private string Quoted()
    {
        var value = new StringBuilder();
        for (_at++; _at < _text.Length && _text[_at] != '"'; _at++)
        {
            _at += _text[_at] == '\\' && _at + 1 < _text.Length ? 1 : 0;
            if (!char.IsControl(_text[_at]))
            {
                value.Append(_text[_at]);
            }
        }

        _at = Math.Min(_at + 1, _text.Length);
        return value.ToString();
    }

    private string TakeWhile(Func<char, bool> wanted)
    {
        int start = _at;
        while (_at < _text.Length && wanted(_text[_at]))
        {
            _at++;
        }

        return _text[start.._at].ToString();
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && IsBlank(_text[_at]))
        {
            _at++;
        }
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or '\n';

    private static bool IsWord(char c) => c is not (',' or '=' or '"') && !IsBlank(c) && !char.IsControl(c);
}
