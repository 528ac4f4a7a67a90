using System.Text;

namespace EdgeGateway.Protocol.Hytera;

/// <summary>Texts inside payloads.</summary>
internal static class PayloadText
{
    private static readonly UnicodeEncoding s_strict = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>Each byte one character, so that nothing is lost; NUL at either end does not count.</summary>
    public static string Ascii(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes).Trim('\0');

    /// <returns>Null when the bytes are no valid UTF-16LE.</returns>
    public static string? Utf16(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return s_strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
