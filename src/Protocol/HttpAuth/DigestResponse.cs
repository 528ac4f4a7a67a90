using System.Security.Cryptography;
using System.Text;

namespace EdgeGateway.Protocol.HttpAuth;

/// <summary>
/// Response of HTTP Digest (RFC 7616 section 3.4.1, RFC 2617 and RFC 2069). User and password are hashed as UTF-8,
/// texts of the challenge byte for byte as received, so that a realm in any charset works.
/// </summary>
public static class DigestResponse
{
    /// <returns>HA1 in lower-case hex, with the session variants applied.</returns>
    public static string Ha1(DigestChallenge challenge, HttpLogin login, string cnonce)
    {
        string plain = Hash(challenge.Algorithm, $"{Wire(login.User)}:{challenge.Realm}:{Wire(login.Password)}");
        return challenge.Algorithm is DigestAlgorithm.Md5Sess or DigestAlgorithm.Sha256Sess
            ? Hash(challenge.Algorithm, $"{plain}:{challenge.Nonce}:{cnonce}")
            : plain;
    }

    /// <returns>HA2 in lower-case hex.</returns>
    public static string Ha2(DigestChallenge challenge, DigestExchange exchange) =>
        Hash(challenge.Algorithm, challenge.Qop == DigestQop.AuthInt
            ? $"{exchange.Method}:{exchange.Uri}:{Hash(challenge.Algorithm, exchange.Body.Span)}"
            : $"{exchange.Method}:{exchange.Uri}");

    /// <returns>The response parameter in lower-case hex.</returns>
    public static string Compute(DigestChallenge challenge, HttpLogin login, DigestExchange exchange)
    {
        string ha1 = Ha1(challenge, login, exchange.Cnonce);
        string ha2 = Ha2(challenge, exchange);
        return Hash(challenge.Algorithm, challenge.Qop == DigestQop.None
            ? $"{ha1}:{challenge.Nonce}:{ha2}"
            : $"{ha1}:{challenge.Nonce}:{exchange.Nc}:{exchange.Cnonce}:{QopName(challenge.Qop)}:{ha2}");
    }

    /// <returns>Value of the Authorization header, one character a byte.</returns>
    public static string Header(DigestChallenge challenge, HttpLogin login, DigestExchange exchange)
    {
        var header = new StringBuilder("Digest ");
        Quote(header, "username", Wire(login.User));
        Quote(header, ", realm", challenge.Realm);
        Quote(header, ", nonce", challenge.Nonce);
        Quote(header, ", uri", exchange.Uri);
        Quote(header, ", response", Compute(challenge, login, exchange));
        header.Append(challenge.NamesAlgorithm ? $", algorithm={DigestAlgorithmNames.Of(challenge.Algorithm)}" : string.Empty);
        if (challenge.Opaque is { } opaque)
        {
            Quote(header, ", opaque", opaque);
        }

        if (challenge.Qop != DigestQop.None)
        {
            header.Append(", qop=").Append(QopName(challenge.Qop)).Append(", nc=").Append(exchange.Nc);
        }

        if (challenge.Qop != DigestQop.None || challenge.Algorithm is DigestAlgorithm.Md5Sess or DigestAlgorithm.Sha256Sess)
        {
            Quote(header, ", cnonce", exchange.Cnonce);
        }

        return header.ToString();
    }

    private static string QopName(DigestQop qop) => qop == DigestQop.AuthInt ? "auth-int" : "auth";

    private static void Quote(StringBuilder header, string name, string value) =>
        header.Append(name).Append("=\"").Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');

    /// <summary>A text of ours in the form of the wire: its UTF-8 bytes, one character each.</summary>
    internal static string Wire(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    internal static string Hash(DigestAlgorithm algorithm, string wire) => Hash(algorithm, Encoding.Latin1.GetBytes(wire));

    private static string Hash(DigestAlgorithm algorithm, ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(
        algorithm is DigestAlgorithm.Md5 or DigestAlgorithm.Md5Sess ? MD5.HashData(bytes) : SHA256.HashData(bytes));
}
