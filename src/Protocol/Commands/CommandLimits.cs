namespace EdgeGateway.Protocol.Commands;

/// <summary>How large a command may be; what is larger is refused unread.</summary>
public static class CommandLimits
{
    /// <summary>256 KiB: the whole message.</summary>
    public const int EnvelopeBytes = 256 * 1024;

    /// <summary>192 KiB: the text of the payload in UTF-8.</summary>
    public const int PayloadBytes = 192 * 1024;

    /// <summary>An envelope is flat; a little more is left for what later versions put beside the three names.</summary>
    public const int EnvelopeDepth = 4;

    public const int PayloadDepth = 16;

    public const int IssuerLength = 128;

    /// <summary>A DER signature of P-256 has at most 72 bytes: 96 characters of base64, and room for line ends.</summary>
    public const int SignatureLength = 128;
}
