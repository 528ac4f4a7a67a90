using System.Buffers;

namespace EdgeGateway.Protocol.Privacy;

/// <summary>Words that are no language but data: base64, its form for addresses, and hex.</summary>
internal static class EncodedRun
{
    /// <summary>No word of a message is as long.</summary>
    private const int Long = 32;

    /// <summary>Base64 of a telephone number.</summary>
    private const int Short = 16;

    /// <summary>The serial number of a card has four bytes and more.</summary>
    private const int ShortHex = 8;

    /// <summary>A digit between letters tells as much of data as so many changes between small and large.</summary>
    private const int DigitInside = 3;

    private const string Hex = "0123456789abcdefABCDEF";

    private static readonly SearchValues<char> s_steps = SearchValues.Create("/-_+=");

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

    /// <returns>
    /// True for a word with hex in it, one longer than any, and a shorter one that mixes small and large letters with digits; but not for words and numbers that stand
    /// between slashes and hyphens, such as <c>Ten-GigabitEthernet1/0/49</c>.
    /// </returns>
    public static bool IsData(ReadOnlySpan<char> word)
    {
        if (HasHex(word))
        {
            return true;
        }

        bool isMixed = word.Length >= Short && word.ContainsAnyInRange('0', '9') && word.ContainsAnyInRange('a', 'z') && word.ContainsAnyInRange('A', 'Z');
        return (isMixed || word.Length >= Long) && !IsOrdinary(word);
    }

    private static bool HasHex(ReadOnlySpan<char> word)
    {
        foreach (var range in word.SplitAny(s_steps))
        {
            var piece = word[range];
            if (piece.Length >= ShortHex && !piece.ContainsAnyExcept(Hex) && IsHex(piece))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHex(ReadOnlySpan<char> piece)
    {
        int digits = 0;
        foreach (char letter in piece)
        {
            digits += char.IsAsciiDigit(letter) ? 1 : 0;
        }

        return piece.Length >= Short ? digits > 0 : piece.Length % 2 == 0 && digits > 1 && digits < piece.Length;
    }

    /// <summary>Words have their digits at an end and are large at a beginning; base64 changes at every second letter and has small ones that stand alone.</summary>
    private static bool IsOrdinary(ReadOnlySpan<char> word)
    {
        int letters = 0, changes = 0, length = 0, small = 0, alone = 0;
        char last = default;
        bool isBehindDigit = false;
        foreach (char letter in word)
        {
            bool isStep = letter is '/' or '-' or '_';
            length = isStep ? 0 : length + 1;
            if (length >= Long || letter is '+' or '=')
            {
                return false;
            }

            if (char.IsAsciiLetter(letter))
            {
                changes += last == default ? 0 : isBehindDigit ? DigitInside : char.IsAsciiLetterUpper(last) == char.IsAsciiLetterUpper(letter) ? 0 : 1;
                letters++;
                alone += small == 1 && char.IsAsciiLetterUpper(letter) ? 1 : 0;
            }

            small = char.IsAsciiLetterLower(letter) ? small + 1 : 0;
            isBehindDigit = char.IsAsciiDigit(letter);
            last = isStep ? default : isBehindDigit ? last : letter;
        }

        // TwentyFiveGigE changes six times in fourteen letters.
        return alone == 0 && changes * 7 <= letters * 3;
    }
}
