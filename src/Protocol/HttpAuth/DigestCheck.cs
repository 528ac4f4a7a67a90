using System.Security.Cryptography;
using System.Text;

namespace EdgeGateway.Protocol.HttpAuth;

/// <summary>The server's side of HTTP Digest: whether an answer was made with the password. Nonce and count are for the caller to judge.</summary>
public static class DigestCheck
{
    /// <param name="given">The answer. auth-int is not offered and not taken.</param>
    /// <param name="method">HTTP method in capitals.</param>
    /// <param name="target">Request target as received.</param>
    /// <param name="realm">Ours.</param>
    /// <param name="login">Who it should be; the password may be empty.</param>
    /// <returns>True when user, realm, path and response are right.</returns>
    public static bool Accepts(DigestAuthorization given, string method, string target, string realm, HttpLogin login) =>
        given.Algorithm is { } algorithm
        && given.User == DigestResponse.Wire(login.User)
        && given.Realm == realm
        && given.Qop is "" or "auth"
        && IsSamePath(given.Uri, target)
        && CryptographicOperations.FixedTimeEquals(
            Encoding.Latin1.GetBytes(given.Response.ToLowerInvariant()),
            Encoding.Latin1.GetBytes(Expected(given, algorithm, method, realm, login.Password)));

    /// <summary>The response parameter that this password gives, in lower-case hex; the uri is hashed exactly as received (section 2.2).</summary>
    public static string Expected(DigestAuthorization given, DigestAlgorithm algorithm, string method, string realm, string password)
    {
        string Hash(string text) => DigestResponse.Hash(algorithm, text);
        string ha1 = Hash($"{given.User}:{realm}:{DigestResponse.Wire(password)}");
        ha1 = algorithm is DigestAlgorithm.Md5Sess or DigestAlgorithm.Sha256Sess ? Hash($"{ha1}:{given.Nonce}:{given.Cnonce}") : ha1;
        string ha2 = Hash($"{method}:{given.Uri}");
        return given.Qop.Length == 0
            ? Hash($"{ha1}:{given.Nonce}:{ha2}")
            : Hash($"{ha1}:{given.Nonce}:{given.Nc}:{given.Cnonce}:{given.Qop}:{ha2}");
    }

    /// <summary>Either may be an absolute URL. A query that was signed must be the one that is asked for.</summary>
    private static bool IsSamePath(string signed, string asked)
    {
        var (path, query) = Split(signed);
        var (askedPath, askedQuery) = Split(asked);
        return path == askedPath && (query.Length == 0 || query == askedQuery);
    }

    private static (string Path, string Query) Split(string target)
    {
        int scheme = target.IndexOf("://", StringComparison.Ordinal);
        if (scheme > 0 && target.IndexOf('/', scheme + 3) is var slash)
        {
            target = slash < 0 ? "/" : target[slash..];
        }

        int mark = target.IndexOf('?');
        return mark < 0 ? (target, string.Empty) : (target[..mark], target[mark..]);
    }
}
