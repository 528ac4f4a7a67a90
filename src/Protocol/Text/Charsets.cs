using System.Buffers;
using System.Text;

namespace EdgeGateway.Protocol.Text;

/// <summary>Decides the character set of a message: byte order mark, parameter, XML declaration, strict UTF-8, GB18030 (plate-camera.md section 6).</summary>
public static class Charsets
{
    private static readonly Encoding s_strictUtf8 = new UTF8Encoding(false, true);
    private static readonly Encoding s_gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <param name="bytes">The message.</param>
    /// <param name="parameter">Parameter <c>charset</c> of its Content-Type, or null.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? parameter)
    {
        if (ByMark(bytes) is { } marked)
        {
            return marked;
        }

        string? declared = parameter ?? XmlDeclaration.Encoding(bytes);
        if (Declared(declared) is { } encoding && encoding.WebName != "utf-8")
        {
            return new DecodedText(encoding.GetString(bytes), encoding.WebName, false);
        }

        return StrictUtf8(bytes) is { } text ? new DecodedText(text, "utf-8", false) : Gb18030(bytes);
    }

    /// <returns>The text, or null when the bytes are not UTF-8.</returns>
    public static string? StrictUtf8(ReadOnlySpan<byte> bytes)
    {
        if (!System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return null;
        }

        return s_strictUtf8.GetString(bytes);
    }

    /// <summary>Reads as UTF-8 and puts U+FFFD where it does not fit, for text that was cut inside a character.</summary>
    public static DecodedText LooseUtf8(ReadOnlySpan<byte> bytes) => new(Encoding.UTF8.GetString(bytes), "utf-8", true);

    /// <summary>Reads as GB18030, which contains GBK and GB2312.</summary>
    public static DecodedText Gb18030(ReadOnlySpan<byte> bytes) => new(s_gb18030.GetString(bytes), "gb18030", true);

    /// <summary>As <see cref="Decode"/>, for messages too long to be made a string of: what is UTF-8 already is not copied.</summary>
    /// <param name="bytes">The message.</param>
    /// <param name="parameter">Parameter <c>charset</c> of its Content-Type, or null.</param>
    /// <returns>Null when it has more than 1 MB of what is not ASCII and would have to be copied: no text of a device has.</returns>
    public static Utf8Body? ToUtf8(ReadOnlyMemory<byte> bytes, string? parameter)
    {
        switch (bytes.Span)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return ToUtf8(bytes[3..], "utf-8");
            case [0xFF, 0xFE, ..]:
                return Transcode(bytes.Span[2..], Encoding.Unicode, false);
            case [0xFE, 0xFF, ..]:
                return Transcode(bytes.Span[2..], Encoding.BigEndianUnicode, false);
        }

        if (Declared(parameter) is { } encoding && encoding.WebName != "utf-8")
        {
            return Transcode(bytes.Span, encoding, false);
        }

        return System.Text.Unicode.Utf8.IsValid(bytes.Span) ? new Utf8Body(bytes, "utf-8", false) : Gb18030ToUtf8(bytes.Span);
    }

    /// <summary>As <see cref="Gb18030"/>, into UTF-8; null as with <see cref="ToUtf8"/>.</summary>
    public static Utf8Body? Gb18030ToUtf8(ReadOnlySpan<byte> bytes) => Transcode(bytes, s_gb18030, true);

    private static Utf8Body? Transcode(ReadOnlySpan<byte> bytes, Encoding from, bool guessed)
    {
        const int MostGrowth = 1024 * 1024;
        int most = bytes.Length + MostGrowth;
        var utf8 = new ArrayBufferWriter<byte>(bytes.Length + 256);
        var decoder = from.GetDecoder();
        var encoder = Encoding.UTF8.GetEncoder();
        Span<char> letters = new char[4096];
        bool done = false;
        while (!done)
        {
            var piece = bytes[..Math.Min(bytes.Length, 2048)];
            bytes = bytes[piece.Length..];
            done = bytes.IsEmpty;
            decoder.Convert(piece, letters, done, out _, out int made, out _);
            encoder.Convert(letters[..made], utf8.GetSpan(3 * made + 16), done, out _, out int written, out _);
            utf8.Advance(written);
            if (utf8.WrittenCount > most)
            {
                return null;
            }
        }

        return new Utf8Body(utf8.WrittenMemory, from.WebName == "utf-16" ? "utf-16le" : from.WebName == "utf-16BE" ? "utf-16be" : from.WebName, guessed);
    }

    private static DecodedText? ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => StrictUtf8(rest) is { } text ? new DecodedText(text, "utf-8", false) : Gb18030(rest),
        [0xFF, 0xFE, .. var rest] => new DecodedText(Encoding.Unicode.GetString(rest), "utf-16le", false),
        [0xFE, 0xFF, .. var rest] => new DecodedText(Encoding.BigEndianUnicode.GetString(rest), "utf-16be", false),
        _ => null,
    };

    // Devices say GB2312 and use characters that only GBK or GB18030 has; the largest of the three reads all.
    private static Encoding? Declared(string? name) => name?.Trim().ToLowerInvariant() switch
    {
        null or "" => null,
        "utf-8" or "utf8" => s_strictUtf8,
        "gb2312" or "gbk" or "gb18030" or "cp936" or "gb_2312-80" or "euc-cn" => s_gb18030,
        "iso-8859-1" or "latin1" => Encoding.Latin1,
        _ => null,
    };
}
