using System.Text;

namespace EdgeGateway.Protocol.Dicos;

/// <summary>Character sets of (0008,0005) that are read (xray.md section 1.3).</summary>
public static class DicosCharset
{
    private static readonly Encoding s_gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <summary>What is not ASCII becomes U+FFFD, so that it is seen that something was there.</summary>
    public static readonly Encoding Ascii = Encoding.GetEncoding("us-ascii", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));

    /// <param name="name">The value as written; null or empty when there is none.</param>
    /// <returns>Null for a set that is not read; <see cref="Ascii"/> is taken then.</returns>
    public static Encoding? Of(string? name) => name?.Trim().ToUpperInvariant() switch
    {
        null or "" or "ISO_IR 6" or "ISO 2022 IR 6" => Ascii,
        "ISO_IR 192" => Encoding.UTF8,
        // GBK is a part of GB18030.
        "GB18030" or "GBK" => s_gb18030,
        "ISO_IR 100" => Encoding.Latin1,
        _ => null,
    };
}
