namespace EdgeGateway.Protocol.HttpAuth;

/// <summary>What a 401 asks for, and what we choose of it.</summary>
/// <param name="Digest">The strongest Digest offered that is known here: SHA-256 before MD5.</param>
/// <param name="Basic">True when Basic is offered.</param>
public sealed record HttpChallenges(DigestChallenge? Digest, bool Basic)
{
    /// <param name="headers">Every WWW-Authenticate header of the answer.</param>
    public static HttpChallenges Read(IEnumerable<string> headers)
    {
        var schemes = headers.SelectMany(AuthHeaderParser.Parse).ToList();
        return new HttpChallenges(
            schemes.Select(DigestChallenge.From).OfType<DigestChallenge>().OrderByDescending(one => one.Algorithm).FirstOrDefault(),
            schemes.Any(one => one.Is("Basic")));
    }

    /// <summary>Digest when offered; Basic shows the password to the wire and is taken only when there is nothing else.</summary>
    /// <returns>Value of the Authorization header, or null when nothing offered is known here.</returns>
    public string? Answer(HttpLogin login, DigestExchange exchange) =>
        Digest is { } digest ? DigestResponse.Header(digest, login, exchange)
        : Basic ? BasicLogin.Header(login)
        : null;
}
