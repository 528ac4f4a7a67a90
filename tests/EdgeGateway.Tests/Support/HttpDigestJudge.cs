using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace EdgeGateway.Tests.Support;

/// <summary>The device's side of Digest, written apart from the product's so that one cannot hide the other's mistake.</summary>
public static class HttpDigestJudge
{
    /// <param name="head">Request head.</param>
    /// <param name="challenge">The challenge that was sent.</param>
    /// <param name="user">User.</param>
    /// <param name="password">Password.</param>
    /// <returns>True when the request carries the right answer to this challenge.</returns>
    public static bool Accepts(string head, string challenge, string user, string password)
    {
        string line = head.Split("\r\n").FirstOrDefault(one => one.StartsWith("Authorization: Digest", StringComparison.Ordinal)) ?? string.Empty;
        bool sha = challenge.Contains("SHA-256", StringComparison.Ordinal);
        string Hash(string text) => Convert.ToHexStringLower(sha ? SHA256.HashData(Encoding.Latin1.GetBytes(text)) : MD5.HashData(Encoding.Latin1.GetBytes(text)));
        string Of(string name, string text) => Regex.Match(text, $"(?i)[ ,]{name}=\"?([^\",\r]*)").Groups[1].Value;

        string ha1 = Hash($"{user}:{Of("realm", challenge)}:{password}");
        ha1 = challenge.Contains("-sess", StringComparison.Ordinal) ? Hash($"{ha1}:{Of("nonce", challenge)}:{Of("cnonce", line)}") : ha1;
        string ha2 = Hash($"{head.Split(' ')[0]}:{head.Split(' ')[1]}");
        string expected = challenge.Contains("qop", StringComparison.Ordinal)
            ? Hash($"{ha1}:{Of("nonce", challenge)}:{Of("nc", line)}:{Of("cnonce", line)}:auth:{ha2}")
            : Hash($"{ha1}:{Of("nonce", challenge)}:{ha2}");
        return Of("username", line) == user
            && Of("realm", line) == Of("realm", challenge)
            && Of("uri", line) == head.Split(' ')[1]
            && Of("response", line) == expected
            && Of("opaque", line) == Of("opaque", challenge);
    }
}
