namespace EdgeGateway.Protocol.HttpAuth;

/// <summary>Hash of HTTP Digest (RFC 7616 section 3.3). A higher value is the stronger one.</summary>
public enum DigestAlgorithm
{
    /// <summary>What an absent algorithm parameter means.</summary>
    Md5,

    /// <summary>MD5 with nonce and cnonce inside HA1.</summary>
    Md5Sess,

    Sha256,

    /// <summary>SHA-256 with nonce and cnonce inside HA1.</summary>
    Sha256Sess,
}
