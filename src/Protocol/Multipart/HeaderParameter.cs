namespace EdgeGateway.Protocol.Multipart;

/// <summary>Reads <c>; name=value</c> and <c>; name="value"</c> behind a header value, whatever the spacing and letter case.</summary>
public static class HeaderParameter
{
    /// <returns>The value without its quotes, or null when the parameter is not there.</returns>
    public static string? Find(ReadOnlySpan<char> header, ReadOnlySpan<char> name)
    {
        while (NextSemicolon(header) is var at and >= 0)
        {
            header = header[(at + 1)..].TrimStart();
            if (header.StartsWith(name, StringComparison.OrdinalIgnoreCase) && header[name.Length..].TrimStart() is ['=', .. var value])
            {
                return Value(value.TrimStart());
            }
        }

        return null;
    }

    private static string Value(ReadOnlySpan<char> value)
    {
        if (value is ['"', .. var quoted])
        {
            int close = quoted.IndexOf('"');
            return new string(close < 0 ? quoted.Trim() : quoted[..close]);
        }

        int end = value.IndexOf(';');
        return new string((end < 0 ? value : value[..end]).Trim());
    }

    private static int NextSemicolon(ReadOnlySpan<char> header)
    {
        bool quoted = false;
        for (int i = 0; i < header.Length; i++)
        {
            quoted ^= header[i] == '"';
            if (header[i] == ';' && !quoted)
            {
                return i;
            }
        }

        return -1;
    }
}
