using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Cameras;

/// <summary>
/// The camera's side of HTTP Digest, computed here on its own from RFC 2069, 2617 and 7616. Nonces come from a seed.
/// </summary>
public sealed class DigestGate(DigestPolicy policy, string user, string password, ulong seed, TimeProvider time)
{
    private const string Realm = "DS-SIM";
    private static readonly TimeSpan s_staleAfter = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, Nonce> _nonces = [];
    private readonly Lock _gate = new();
    private SeededRandom _random = new(seed);

    /// <param name="authorization">The request's header, or null.</param>
    /// <param name="method">HTTP method.</param>
    /// <param name="target">Request target as it stands in the request line.</param>
    /// <returns>Null when the request may pass, else the value of WWW-Authenticate for a 401.</returns>
    public string? Challenge(string? authorization, string method, string target)
    {
        if (policy == DigestPolicy.None)
        {
            return null;
        }

        lock (_gate)
        {
            Verdict verdict = Judge(DigestHeader.Read(authorization), method, target);
            return verdict == Verdict.Pass ? null : NewChallenge(verdict == Verdict.Stale);
        }
    }

    private Verdict Judge(IReadOnlyDictionary<string, string>? given, string method, string target)
    {
        if (given is null || !_nonces.TryGetValue(given.GetValueOrDefault("nonce", ""), out Nonce? nonce))
        {
            return Verdict.Refuse;
        }

        if (!Matches(given, method, target))
        {
            return Verdict.Refuse;
        }

        if (policy == DigestPolicy.Stale && time.GetUtcNow() - nonce.Issued > s_staleAfter)
        {
            return Verdict.Stale;
        }

        nonce.Uses++;
        return policy == DigestPolicy.OneShot && nonce.Uses > 1 ? Verdict.Refuse : Verdict.Pass;
    }

    private bool Matches(IReadOnlyDictionary<string, string> given, string method, string target)
    {
        string uri = given.GetValueOrDefault("uri", "");
        string ha1 = Hash($"{user}:{Realm}:{password}");
        string ha2 = Hash($"{method}:{uri}");
        string nonce = given["nonce"];
        string expected = policy == DigestPolicy.NoQop
            ? Hash($"{ha1}:{nonce}:{ha2}")
            : Hash($"{ha1}:{nonce}:{given.GetValueOrDefault("nc")}:{given.GetValueOrDefault("cnonce")}:{given.GetValueOrDefault("qop")}:{ha2}");
        return uri == target
            && given.GetValueOrDefault("username") == user
            && (policy == DigestPolicy.NoQop || given.GetValueOrDefault("qop") == "auth")
            && given.GetValueOrDefault("response") == expected;
    }

    private string NewChallenge(bool stale)
    {
        var bytes = new byte[16];
        _random.Fill(bytes);
        string nonce = Convert.ToHexStringLower(bytes);
        _nonces[nonce] = new Nonce { Issued = time.GetUtcNow() };
        return $"Digest realm=\"{Realm}\", "
            + (policy == DigestPolicy.NoQop ? "" : "qop=\"auth\", ")
            + $"nonce=\"{nonce}\""
            + (policy == DigestPolicy.Sha256 ? ", algorithm=SHA-256" : "")
            + (stale ? ", stale=true" : "");
    }

    private string Hash(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
#pragma warning disable CA5351 // HTTP Digest of the field's cameras is MD5.
        return Convert.ToHexStringLower(policy == DigestPolicy.Sha256 ? SHA256.HashData(bytes) : MD5.HashData(bytes));
#pragma warning restore CA5351
    }

    private enum Verdict
    {
        Pass,
        Refuse,
        Stale,
    }

    private sealed class Nonce
    {
        public required DateTimeOffset Issued { get; init; }

        public int Uses { get; set; }
    }
}
