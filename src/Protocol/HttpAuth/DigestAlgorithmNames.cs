namespace EdgeGateway.Protocol.HttpAuth;

/// <summary>Algorithms as they stand on the wire.</summary>
internal static class DigestAlgorithmNames
{
    public static string Of(DigestAlgorithm algorithm) => algorithm switch
    {
        DigestAlgorithm.Md5 => "MD5",
        DigestAlgorithm.Md5Sess => "MD5-sess",
        DigestAlgorithm.Sha256 => "SHA-256",
        _ => "SHA-256-sess",
    };

    /// <returns>Null for an algorithm that is not known here, such as SHA-512-256.</returns>
    public static DigestAlgorithm? Parse(string? name) => name?.Trim().ToUpperInvariant() switch
    {
        null or "" or "MD5" => DigestAlgorithm.Md5,
        "MD5-SESS" => DigestAlgorithm.Md5Sess,
        "SHA-256" or "SHA256" => DigestAlgorithm.Sha256,
        "SHA-256-SESS" or "SHA256-SESS" => DigestAlgorithm.Sha256Sess,
        _ => null,
    };
}
