using System.Globalization;

namespace EdgeGateway.Protocol.HttpAuth;

/// <summary>A Digest answer as a server receives it (RFC 7616 section 3.4). Texts are as on the wire, one character a byte.</summary>
/// <param name="User">username.</param>
/// <param name="Nonce">nonce.</param>
/// <param name="Uri">Exactly as received: some clients sign the absolute URL (plate-camera.md section 2.2).</param>
/// <param name="Response">response.</param>
public sealed record DigestAuthorization(string User, string Nonce, string Uri, string Response)
{
    /// <summary>Empty when the client forgot it.</summary>
    public string Realm { get; init; } = string.Empty;

    /// <summary>Null when it is not known here.</summary>
    public DigestAlgorithm? Algorithm { get; init; }

    /// <summary>As received; empty for the form without (RFC 2069).</summary>
    public string Qop { get; init; } = string.Empty;

    /// <summary>As received: it is hashed as it stands.</summary>
    public string Nc { get; init; } = string.Empty;

    public string Cnonce { get; init; } = string.Empty;

    /// <summary>The count, or null when there is none or it is no hex number.</summary>
    public uint? Count => uint.TryParse(Nc, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint count) ? count : null;

    /// <param name="header">Value of Authorization, or null.</param>
    /// <returns>Null when there is no Digest in it, or a part is missing without which nothing can be proved.</returns>
    public static DigestAuthorization? Read(string? header)
    {
        var digest = header is null ? null : AuthHeaderParser.Parse(header).FirstOrDefault(scheme => scheme.Is("Digest"));
        return digest is null || digest["username"] is not { } user || digest["nonce"] is not { } nonce || digest["uri"] is not { } uri || digest["response"] is not { } response
            ? null
            : new DigestAuthorization(user, nonce, uri, response)
            {
                Realm = digest["realm"] ?? string.Empty,
                Algorithm = DigestAlgorithmNames.Parse(digest["algorithm"]),
                Qop = digest["qop"] ?? string.Empty,
                Nc = digest["nc"] ?? string.Empty,
                Cnonce = digest["cnonce"] ?? string.Empty,
            };
    }
}
