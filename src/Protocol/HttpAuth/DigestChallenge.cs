namespace EdgeGateway.Protocol.HttpAuth;

/// <summary>What a device wants to see hashed (RFC 7616 section 3.3). Texts are as on the wire, one character a byte.</summary>
/// <param name="Realm">Realm without quotes; empty when the device forgot it.</param>
/// <param name="Nonce">Nonce without quotes.</param>
/// <param name="Algorithm">Hash.</param>
/// <param name="Qop"><c>auth</c> when offered, else <c>auth-int</c>, else none.</param>
public sealed record DigestChallenge(string Realm, string Nonce, DigestAlgorithm Algorithm, DigestQop Qop)
{
    /// <summary>To be returned unchanged; null when absent.</summary>
    public string? Opaque { get; init; }

    /// <summary>True when the nonce was too old and the credentials are not to blame.</summary>
    public bool Stale { get; init; }

    /// <summary>True when the challenge names its algorithm; the answer then repeats it. Old devices know no such parameter.</summary>
    public bool NamesAlgorithm { get; init; }

    /// <returns>Null when it is not Digest, has no nonce, or wants a hash or a protection that is not known here.</returns>
    public static DigestChallenge? From(AuthScheme scheme)
    {
        if (!scheme.Is("Digest") || scheme["nonce"] is not { } nonce || DigestAlgorithmNames.Parse(scheme["algorithm"]) is not { } algorithm)
        {
            return null;
        }

        return QopOf(scheme["qop"]) is not { } qop ? null : new DigestChallenge(scheme["realm"] ?? string.Empty, nonce, algorithm, qop)
        {
            Opaque = scheme["opaque"],
            Stale = string.Equals(scheme["stale"], "true", StringComparison.OrdinalIgnoreCase),
            NamesAlgorithm = !string.IsNullOrWhiteSpace(scheme["algorithm"]),
        };
    }

    private static DigestQop? QopOf(string? offered)
    {
        var words = (offered ?? string.Empty).Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [] => DigestQop.None,
            _ when words.Contains("auth", StringComparer.OrdinalIgnoreCase) => DigestQop.Auth,
            _ when words.Contains("auth-int", StringComparer.OrdinalIgnoreCase) => DigestQop.AuthInt,
            _ => null,
        };
    }
}
