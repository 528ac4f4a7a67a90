namespace EdgeGateway.Protocol.Elements;

/// <summary>Looks inside one tag.</summary>
internal static class XmlTag
{
    private const int Longest = 4096;

    /// <param name="tag">Starts with the opening angle bracket.</param>
    /// <param name="open">True when the tag has no end of its own and a new tag starts at the returned place.</param>
    /// <returns>Where the closing bracket stands, or -1.</returns>
    public static int End(ReadOnlySpan<char> tag, out bool open)
    {
        int end = tag[1..].IndexOfAny('<', '>') + 1;
        open = end > 0 && tag[end] == '<';
        if (end == 0)
        {
            return -1;
        }

        return tag[..end].ContainsAny('"', '\'') ? EndBehindQuotes(tag, ref open, end) : end;
    }

    /// <returns>True for nothing, or for well-formed <c>name="value"</c> pairs with blanks in front.</returns>
    public static bool AttributesAreWell(ReadOnlySpan<char> text)
    {
        while (text.TrimStart() is { IsEmpty: false } pair)
        {
            int equals = pair.IndexOf('=');
            if (pair.Length == text.Length || equals <= 0 || !NameIsWell(pair[..equals].TrimEnd()))
            {
                return false;
            }

            var value = pair[(equals + 1)..].TrimStart();
            int close = value is ['"' or '\'', ..] ? value[1..].IndexOf(value[0]) : -1;
            if (close < 0 || value.Slice(1, close).ContainsAny('<', '&'))
            {
                return false;
            }

            text = value[(close + 2)..];
        }

        return true;
    }

    private static bool NameIsWell(ReadOnlySpan<char> name)
    {
        foreach (char c in name)
        {
            if (!char.IsLetterOrDigit(c) && c is not (':' or '_' or '-' or '.'))
            {
                return false;
            }
        }

        return !name.IsEmpty && !char.IsDigit(name[0]) && name[0] is not ('-' or '.');
    }

    // A bracket between quotes does not end the tag, unless the quotes themselves never end.
    private static int EndBehindQuotes(ReadOnlySpan<char> tag, ref bool open, int fallback)
    {
        char quote = '\0';
        for (int i = 1; i < Math.Min(tag.Length, Longest); i++)
        {
            char c = tag[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c is '>' or '<')
            {
                open = c == '<';
                return i;
            }
        }

        return fallback;
    }
}
