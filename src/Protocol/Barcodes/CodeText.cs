using System.Text;

namespace EdgeGateway.Protocol.Barcodes;

/// <summary>From the text of one line to what it says.</summary>
public static class CodeText
{
    private const int AimLength = 3;

    /// <param name="line">What stood between two terminators, not empty.</param>
    /// <param name="format">How the reader was set up.</param>
    public static CodeLine Read(ReadOnlySpan<byte> line, CodeFormat format)
    {
        string text = Encoding.Latin1.GetString(line);
        if (Word(text, format) is { } word)
        {
            return word;
        }

        if (!text.StartsWith(format.Prefix, StringComparison.Ordinal))
        {
            return CodeLine.Spoilt(CodeFaults.NoPrefix);
        }

        text = text[format.Prefix.Length..];
        if (!text.EndsWith(format.Suffix, StringComparison.Ordinal))
        {
            return CodeLine.Spoilt(CodeFaults.NoSuffix);
        }

        text = text[..^format.Suffix.Length];
        return Word(text, format) ?? (format.Aim ? Named(text, format) : Code(text, null, format));
    }

    /// <summary>What a reader says instead of a code.</summary>
    private static CodeLine? Word(string text, CodeFormat format) =>
        text == format.Heartbeat ? CodeLine.Heartbeat
        : format.NoRead.Contains(text, StringComparer.OrdinalIgnoreCase) ? CodeLine.NoRead
        : null;

    private static CodeLine Named(string text, CodeFormat format) =>
        text is [']', var letter, var modifier, ..] && char.IsAsciiLetter(letter) && char.IsAsciiLetterOrDigit(modifier)
            ? Code(text[AimLength..], text[1..AimLength], format)
            : CodeLine.Spoilt(CodeFaults.NoAim);

    private static CodeLine Code(string text, string? symbology, CodeFormat format) =>
        text.Length > format.Longest ? CodeLine.Spoilt(CodeFaults.TooLong)
        : !text.All(letter => Belongs(letter, format.Charset)) ? CodeLine.Spoilt(CodeFaults.Charset)
        : text.Length < format.Shortest ? CodeLine.Spoilt(CodeFaults.TooShort)
        : CodeLine.Of(text, symbology);

    private static bool Belongs(char letter, CodeCharset charset) => charset switch
    {
        CodeCharset.Digits => char.IsAsciiDigit(letter),
        CodeCharset.Alphanumeric => char.IsAsciiLetterOrDigit(letter) || letter == '-',
        _ => letter is > ' ' and <= '~',
    };
}
