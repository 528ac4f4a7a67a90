using System.Globalization;
using System.Text;

namespace EdgeGateway.Protocol.Privacy;

/// <summary>
/// A vendor's free text with everything masked that could tell of a person (kiosk.md section 3.5): numbers of 6 digits and more however they are split,
/// with the letter that checks an identity number, what stands behind a label such as 姓名, encoded data and the bytes of a card's serial number. Each character is looked at a fixed number of times.
/// </summary>
public static class ScrubbedText
{
    /// <summary>What stands where something was.</summary>
    public const string Mask = "***";

    private const int Usual = 200;
    private const int LongestTrackName = 64;

    /// <param name="text">Any text, of any length.</param>
    /// <param name="most">Characters of the result, 1 and more; what is longer is cut after it was masked.</param>
    /// <returns>One line; null when there is nothing.</returns>
    public static string? Of(string? text, int most = Usual)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        if (text is null)
        {
            return null;
        }

        var result = new StringBuilder(Math.Min(most, text.Length) + Mask.Length);
        int wordEnd = 0;
        for (int at = 0; at < text.Length && result.Length < most;)
        {
            at = Step(text, at, ref wordEnd, result);
        }

        return Cut(result.ToString(), most).Trim() is { Length: > 0 } scrubbed ? scrubbed : null;
    }

    /// <returns>True when nothing of it would be masked or cut: then it may stand as it is.</returns>
    public static bool IsClean(string text, int most = Usual) => string.Equals(Of(text, most), text, StringComparison.Ordinal);

    private static int Step(string text, int at, ref int wordEnd, StringBuilder result)
    {
        if (at >= wordEnd)
        {
            wordEnd = EncodedRun.End(text, at);
            if (EncodedRun.IsData(text.AsSpan(at, wordEnd - at)))
            {
                return Masked(result, wordEnd);
            }
        }

        if ((HexPairs.End(text, at) ?? NumberRun.End(text, at)) is { } numberEnd)
        {
            return Masked(result, numberEnd);
        }

        if (TrackEnd(text, at) is { } trackEnd)
        {
            result.Append('^');
            return Masked(result, trackEnd);
        }

        if (NameLabel.Find(text, at) is { } label)
        {
            Copy(text, at, label.ValueStart, result);
            return Masked(result, label.ValueEnd);
        }

        int next = NumberRun.GroupEnd(text, at);
        Copy(text, at, next, result);
        return next;
    }

    /// <summary>Magnetic tracks have the name between two of these.</summary>
    private static int? TrackEnd(string text, int at)
    {
        int length = text[at] == '^' ? text.AsSpan(at + 1, Math.Min(LongestTrackName, text.Length - at - 1)).IndexOf('^') : 0;
        return length > 0 ? at + 1 + length : null;
    }

    private static int Masked(StringBuilder result, int next)
    {
        result.Append(Mask);
        return next;
    }

    /// <summary>What is no visible character becomes a blank: a line break in a log is a false line.</summary>
    private static void Copy(string text, int from, int to, StringBuilder result)
    {
        for (int at = from; at < to; at++)
        {
            bool isPair = char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
            if (isPair)
            {
                result.Append(text, at++, 2);
            }
            else
            {
                result.Append(IsVisible(text[at]) ? text[at] : ' ');
            }
        }
    }

    private static bool IsVisible(char letter) => char.GetUnicodeCategory(letter)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }
}
