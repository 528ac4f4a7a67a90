namespace EdgeGateway.Protocol.Plates;

/// <summary>Steps 1, 2 and 5 of the normalisation (plate-camera.md section 5.4): folding, and separators where the print has one.</summary>
internal static class PlateText
{
    private const string GreekCyrillic = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕКМНОРСТУХ";
    private const string Latin = "ABEZHIKMNOPTYXABEKMHOPCTYX";
    private const string Separators = "·•‧・˙.-";
    private const string Placeholders = "-?*_";

    /// <summary>Half-width, upper-case, look-alikes folded, without blanks and invisible characters.</summary>
    public static string Fold(ReadOnlySpan<char> raw)
    {
        Span<char> folded = raw.Length <= 64 ? stackalloc char[64] : new char[raw.Length];
        int length = 0;
        foreach (char c in raw)
        {
            if (!IsNothing(c))
            {
                folded[length++] = Fold(c);
            }
        }

        return new string(folded[..length]);
    }

    /// <summary>Takes out separators where the print has one; a hyphen right behind one that was taken out stays.</summary>
    /// <param name="text">Folded.</param>
    /// <param name="hyphens">False leaves hyphens alone: they may be unread characters.</param>
    public static string WithoutSeparators(string text, bool hyphens)
    {
        if (text.AsSpan().IndexOfAny(Separators) < 0)
        {
            return text;
        }

        Span<char> kept = text.Length <= 64 ? stackalloc char[64] : new char[text.Length];
        int length = 0;
        bool taken = false;
        foreach (char c in text)
        {
            taken = Separators.Contains(c) && (c != '-' || (hyphens && !taken)) && PrintHasOne(kept[..length]);
            if (!taken)
            {
                kept[length++] = c;
            }
        }

        return new string(kept[..length]);
    }

    /// <returns>The text with every placeholder as <c>?</c>.</returns>
    public static string Mask(string text) => string.Create(text.Length, text, static (mask, source) =>
    {
        for (int i = 0; i < mask.Length; i++)
        {
            mask[i] = Placeholders.Contains(source[i]) ? PlateGrammar.Unread : source[i];
        }
    });

    public static bool HasPlaceholder(string text) => text.AsSpan().IndexOfAny(Placeholders) >= 0;

    // After the second character, WJ, WJ and province, three digits of an embassy, the letter behind 民航.
    private static bool PrintHasOne(ReadOnlySpan<char> before) => before switch
    {
        [_, _] => true,
        ['W', 'J', var province] => PlateGrammar.IsProvince(province),
        ['民', '航', var letter] => char.IsAsciiLetterUpper(letter),
        [var a, var b, var c] => char.IsAsciiDigit(a) && char.IsAsciiDigit(b) && char.IsAsciiDigit(c),
        ['使', var a, var b, var c] => char.IsAsciiDigit(a) && char.IsAsciiDigit(b) && char.IsAsciiDigit(c),
        _ => false,
    };

    private static char Fold(char c)
    {
        char half = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c == '\uFF65' ? '・' : c;
        char upper = half is >= 'a' and <= 'z' or >= 'α' and <= 'ω' or >= 'а' and <= 'я' ? (char)(half - 32) : half;
        int at = upper < 0x80 ? -1 : GreekCyrillic.IndexOf(upper);
        return at >= 0 ? Latin[at] : upper;
    }

    private static bool IsNothing(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c)
        || c is >= '\u200B' and <= '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2060' and <= '\u2069' or >= '\uFE00' and <= '\uFE0F' or '\uFEFF' or '\u00AD' or '\u180E';
}
