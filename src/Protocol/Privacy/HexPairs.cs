namespace EdgeGateway.Protocol.Privacy;

/// <summary>Bytes one by one, as readers print the serial number of a card: <c>04:A2:B3:C4</c>, <c>04 A2 B3 C4</c>, <c>0x04, 0xA2, 0xB3, 0xC4</c>.</summary>
internal static class HexPairs
{
    private const int Least = 4;

    /// <summary>Pairs that are looked at before it is decided.</summary>
    private const int Judged = 16;

    private const int MostBetween = 2;

    /// <returns>Behind the last of four pairs and more with digits and letters that begin here; null when none do.</returns>
    public static int? End(string text, int start)
    {
        if (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]))
        {
            return null;
        }

        int pairs = 0, digits = 0, letters = 0, end = start;
        for (int? next = PairEnd(text, start); next is { } found; next = NextEnd(text, found))
        {
            end = found;
            digits += Digit(text[found - 1]) + Digit(text[found - 2]);
            letters += 2 - Digit(text[found - 1]) - Digit(text[found - 2]);
            if (++pairs == Judged && (digits < 2 || letters == 0))
            {
                return null;
            }
        }

        return pairs >= Least && digits > 1 && letters > 0 ? end : null;
    }

    private static int Digit(char letter) => char.IsAsciiDigit(letter) ? 1 : 0;

    private static int? NextEnd(string text, int at)
    {
        int start = at;
        while (start < text.Length && start - at < MostBetween && (text[start] is ':' or '-' or '.' or ',' or '_' || char.IsWhiteSpace(text[start])))
        {
            start++;
        }

        return start > at ? PairEnd(text, start) : null;
    }

    private static int? PairEnd(string text, int at)
    {
        int start = at + 1 < text.Length && text[at] == '0' && text[at + 1] is 'x' or 'X' ? at + 2 : at;
        int end = start + 2;
        bool isPair = end <= text.Length && char.IsAsciiHexDigit(text[start]) && char.IsAsciiHexDigit(text[start + 1]) && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end]));
        return isPair ? end : null;
    }
}
