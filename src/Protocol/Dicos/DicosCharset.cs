using System.Text;
using System.Text.Unicode;

namespace EdgeGateway.Protocol.Dicos;

/// <summary>Character sets of (0008,0005) that are read (xray.md section 1.3), and what is made of text that does not keep to its own.</summary>
public static class DicosCharset
{
    /// <summary>Text that is not what its file says, and was read as UTF-8 or GB18030 without a doubtful character.</summary>
    public const string Guessed = "CHARSET_GUESSED";

    /// <summary>Text in a character set that is not read; what is not ASCII is U+FFFD.</summary>
    public const string Unknown = "CHARSET_UNKNOWN";

    /// <summary>Text that fits neither what its file says nor anything that was tried.</summary>
    public const string Unreadable = "TEXT_UNREADABLE";

    private const char Replacement = '\uFFFD';

    private static readonly DecoderReplacementFallback s_seen = new($"{Replacement}");

    /// <summary>What is not ASCII becomes U+FFFD, so that it is seen that something was there.</summary>
    public static readonly Encoding Ascii = Encoding.GetEncoding("us-ascii", EncoderFallback.ReplacementFallback, s_seen);

    private static readonly Encoding s_gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ReplacementFallback, s_seen)!;

    /// <param name="name">The value as written; null or empty when there is none.</param>
    /// <returns>Null for a set that is not read.</returns>
    public static Encoding? Of(string? name) => name?.Trim().ToUpperInvariant() switch
    {
        null or "" or "ISO_IR 6" or "ISO 2022 IR 6" => Ascii,
        "ISO_IR 192" => Encoding.UTF8,
        // GBK is a part of GB18030.
        "GB18030" or "GBK" => s_gb18030,
        "ISO_IR 100" => Encoding.Latin1,
        _ => null,
    };

    /// <param name="bytes">One value.</param>
    /// <param name="name">The value of (0008,0005) that holds for it, or null.</param>
    /// <param name="doubt">One of the words above, or null.</param>
    public static string Read(ReadOnlySpan<byte> bytes, string? name, out string? doubt)
    {
        doubt = null;
        if (System.Text.Ascii.IsValid(bytes))
        {
            return Ascii.GetString(bytes);
        }

        if (Of(name) is not { } declared)
        {
            doubt = Unknown;
            return Ascii.GetString(bytes);
        }

        string text = declared.GetString(bytes);
        if (!text.Contains(Replacement) || (declared is UTF8Encoding && Utf8.IsValid(bytes)))
        {
            return text;
        }

        string? guess = declared == s_gb18030 ? null : Guess(bytes);
        doubt = guess is null ? Unreadable : Guessed;
        return guess ?? text;
    }

    // Scanners that write GBK and say nothing, or say UTF-8, are more common than those that say it.
    private static string? Guess(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        string text = s_gb18030.GetString(bytes);
        return text.Contains(Replacement) ? null : text;
    }
}
