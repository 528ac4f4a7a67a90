namespace EdgeGateway.Protocol.HttpAuth;

/// <summary>
/// Reads WWW-Authenticate and Authorization as devices write them (plate-camera.md section 2.2): commas with or without
/// spaces, folded lines, values without quotes, a closing quote missing at the end, several schemes in one header,
/// names in any case. Never throws: what cannot be understood is left out.
/// </summary>
public static class AuthHeaderParser
{
    /// <summary>A header longer than this is not read at all.</summary>
    public const int MaxChars = 8192;

    private const int MaxSchemes = 16;

    /// <param name="header">Value of one header, one character a byte; folds may still be in it.</param>
    /// <returns>Its schemes in order; empty when there is none or the header is too long.</returns>
    public static IReadOnlyList<AuthScheme> Parse(string header)
    {
        var schemes = new List<AuthScheme>();
        if (header.Length > MaxChars)
        {
            return schemes;
        }

        var scan = new AuthHeaderScanner(header);
        string? lastName = null;
        while (schemes.Count <= MaxSchemes && scan.NextWord(out string word, out bool afterComma))
        {
            if (schemes.Count > 0 && scan.TryValue(out string value))
            {
                schemes[^1].Add(word, value);
                lastName = word;
            }
            else if (Continues(schemes, lastName, word))
            {
                schemes[^1].Append("qop", word);
            }
            else if (StartsScheme(schemes, word, afterComma))
            {
                schemes.Add(new AuthScheme(word) { Token = scan.TryToken() });
                lastName = null;
            }
        }

        return schemes;
    }

    /// <summary>An unquoted <c>qop=auth,auth-int</c> has a comma inside its value.</summary>
    private static bool Continues(List<AuthScheme> schemes, string? lastName, string word) =>
        schemes.Count > 0
        && string.Equals(lastName, "qop", StringComparison.OrdinalIgnoreCase)
        && word.StartsWith("auth", StringComparison.OrdinalIgnoreCase);

    /// <summary>Schemes are separated by commas; some devices forget the comma, so well-known names need none.</summary>
    private static bool StartsScheme(List<AuthScheme> schemes, string word, bool afterComma) =>
        schemes.Count == 0
        || afterComma
        || word.Equals("Digest", StringComparison.OrdinalIgnoreCase)
        || word.Equals("Basic", StringComparison.OrdinalIgnoreCase);
}
