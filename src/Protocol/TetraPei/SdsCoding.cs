using System.Text;

namespace EdgeGateway.Protocol.TetraPei;

/// <summary>
/// How the letters of a text are coded (EN 300 392-2 table 29.29). A coding that this machine's tables do not have, and bytes
/// that are no text in theirs, are not guessed at.
/// </summary>
public static class SdsCoding
{
    public const byte Packed7 = 0x00;

    public const byte Latin1 = 0x01;

    public const byte Utf16 = 0x1A;

    /// <summary>By number from 0x02 on; 0 where the table names one that .NET does not know.</summary>
    private static readonly int[] s_pages =
    [
        28592, 28593, 28594, 28595, 28596, 28597, 28598, 28599, 0, 28603, 0, 28605,
        437, 737, 850, 852, 855, 857, 860, 861, 863, 865, 866, 869,
    ];

    /// <returns>Null when it cannot be read.</returns>
    public static string? Read(byte coding, ReadOnlySpan<byte> bytes)
    {
        if (coding == Packed7)
        {
            return Gsm7.Unpack(bytes);
        }

        try
        {
            return Of(coding)?.GetString(bytes).TrimEnd('\0');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The shortest coding that has every letter: one byte each, else two.</summary>
    public static (byte Coding, byte[] Bytes) Write(string text) =>
        text.All(letter => letter <= 0xFF) ? (Latin1, Encoding.Latin1.GetBytes(text)) : (Utf16, Encoding.BigEndianUnicode.GetBytes(text));

    private static Encoding? Of(byte coding) => coding switch
    {
        Latin1 => Encoding.Latin1,
        Utf16 => Strict(1201),
        >= 2 when coding - 2 < s_pages.Length && s_pages[coding - 2] is > 0 and var page => Strict(page),
        _ => null,
    };

    private static Encoding? Strict(int page)
    {
        try
        {
            return page == 1201
                ? Encoding.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                : CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }
}
