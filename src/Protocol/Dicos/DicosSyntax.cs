namespace EdgeGateway.Protocol.Dicos;

/// <summary>A transfer syntax that is accepted (xray.md section 1.2).</summary>
/// <param name="Uid">As in (0002,0010).</param>
/// <param name="IsExplicit">Whether each element names its value representation.</param>
/// <param name="IsCompressed">Whether the pixels are compressed; they are passed through and not looked at.</param>
public sealed record DicosSyntax(string Uid, bool IsExplicit, bool IsCompressed)
{
    public const string BigEndianUid = "1.2.840.10008.1.2.2";

    public static readonly DicosSyntax Implicit = new("1.2.840.10008.1.2", false, false);
    public static readonly DicosSyntax Explicit = new("1.2.840.10008.1.2.1", true, false);

    /// <returns>Null when it is not accepted.</returns>
    public static DicosSyntax? Of(string? uid) => uid switch
    {
        "1.2.840.10008.1.2" => Implicit,
        "1.2.840.10008.1.2.1" => Explicit,
        // JPEG lossless, RLE, JPEG-LS, JPEG 2000.
        "1.2.840.10008.1.2.4.70" or "1.2.840.10008.1.2.5" or "1.2.840.10008.1.2.4.80" or "1.2.840.10008.1.2.4.90" => new DicosSyntax(uid, true, true),
        _ => null,
    };
}
