namespace EdgeGateway.Protocol.Privacy;

/// <summary>Words that are no language but data: base64, its form for addresses, and hex.</summary>
internal static class EncodedRun
{
    /// <summary>No word of a message is as long.</summary>
    private const int Long = 32;

    /// <summary>Base64 of a telephone number.</summary>
    private const int Short = 16;

    /// <returns>Behind the word that begins here; the place itself when none does.</returns>
    public static int End(string text, int start)
    {
        int at = start;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '+' or '/' or '=' or '_' or '-'))
        {
            at++;
        }

        return at;
    }

    /// <returns>True for a word longer than any, and for a shorter one that mixes small and large letters with digits, or is hex.</returns>
    public static bool IsData(ReadOnlySpan<char> word)
    {
        if (word.Length is >= Long or < Short)
        {
            return word.Length >= Long;
        }

        bool hasDigit = word.ContainsAnyInRange('0', '9');
        bool isMixed = hasDigit && word.ContainsAnyInRange('a', 'z') && word.ContainsAnyInRange('A', 'Z');
        return isMixed || (hasDigit && !word.ContainsAnyExcept("0123456789abcdefABCDEF"));
    }
}
