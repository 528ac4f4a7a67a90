using System.Text;

namespace EdgeGateway.Protocol.Text;

/// <summary>Reads <c>encoding="..."</c> from an XML declaration.</summary>
internal static class XmlDeclaration
{
    private const int Within = 256;

    public static string? Encoding(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, Within)];
        int start = bytes.IndexOf("<?xml"u8);
        int end = start < 0 ? -1 : bytes[start..].IndexOf("?>"u8);
        if (end < 0)
        {
            return null;
        }

        var declaration = bytes.Slice(start, end);
        int at = declaration.IndexOf("encoding"u8);
        return at < 0 ? null : Quoted(declaration[at..]);
    }

    private static string? Quoted(ReadOnlySpan<byte> text)
    {
        int open = text.IndexOfAny((byte)'"', (byte)'\'');
        if (open < 0)
        {
            return null;
        }

        var value = text[(open + 1)..];
        int close = value.IndexOf(text[open]);
        return close < 0 ? null : System.Text.Encoding.ASCII.GetString(value[..close]);
    }
}
