namespace EdgeGateway.Protocol.HttpAuth;

/// <summary>Quality of protection of HTTP Digest.</summary>
public enum DigestQop
{
    /// <summary>The challenge names none: the old formula without nc and cnonce (RFC 2069).</summary>
    None,

    Auth,

    /// <summary>The hash of the body is part of the response.</summary>
    AuthInt,
}
