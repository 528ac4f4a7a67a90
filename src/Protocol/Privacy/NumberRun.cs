using System.Buffers;
using System.Globalization;
using System.Text;

namespace EdgeGateway.Protocol.Privacy;

/// <summary>
/// Digits of any script that belong together: cards print blanks between them, telephones hyphens and brackets, dates points and 年月日.
/// </summary>
internal static class NumberRun
{
    /// <summary>From so many digits on a number may be a person's.</summary>
    public const int LeastDigits = 6;

    /// <summary>Characters before the check letter.</summary>
    private const int MostBetween = 6;

    private static readonly SearchValues<char> s_between = SearchValues.Create("._/\\()（）+*·,，、:：;；'#%&年月日号");

    private static readonly SearchValues<char> s_written = SearchValues.Create("〇零一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾");

    /// <returns>Where a number ends that begins here and could be a person's, its check letter too; null when none does.</returns>
    public static int? End(string text, int start)
    {
        int end = start;
        int digits = 0;
        for (int at = start; at < text.Length; at++)
        {
            int length = DigitLength(text, at);
            if (length > 0)
            {
                digits++;
                at += length - 1;
                end = at + 1;
            }
            else if (digits == 0 || !IsBetween(text[at]))
            {
                break;
            }
        }

        return digits >= LeastDigits ? CheckEnd(text, end) : null;
    }

    /// <returns>Behind the digits that begin here, or behind this character.</returns>
    public static int GroupEnd(string text, int start)
    {
        int at = start;
        for (int length = DigitLength(text, at); length > 0; length = at < text.Length ? DigitLength(text, at) : 0)
        {
            at += length;
        }

        return at > start ? at : start + (Rune.TryGetRuneAt(text, start, out var rune) ? rune.Utf16SequenceLength : 1);
    }

    /// <summary>The last place of an identity number is a digit or an X.</summary>
    private static int CheckEnd(string text, int end)
    {
        int at = end;
        while (at < text.Length && at - end < MostBetween && IsBetween(text[at]))
        {
            at++;
        }

        bool isCheck = at < text.Length && text[at] is 'x' or 'X' or 'ｘ' or 'Ｘ' or '×' or 'Ⅹ' or 'ⅹ';
        return isCheck ? at + 1 : end;
    }

    private static bool IsBetween(char letter) => s_between.Contains(letter) || char.IsWhiteSpace(letter)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.MathSymbol or UnicodeCategory.Surrogate;

    /// <returns>Characters of the digit that stands here; 0 when none does. Encircled and raised ones count, and those that are written as words.</returns>
    private static int DigitLength(string text, int at)
    {
        char letter = text[at];
        if (letter < 0x80)
        {
            return char.IsAsciiDigit(letter) ? 1 : 0;
        }

        bool isDigit = s_written.Contains(letter)
            || (Rune.TryGetRuneAt(text, at, out var rune) && Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber);
        return !isDigit ? 0 : char.IsHighSurrogate(letter) ? 2 : 1;
    }
}
