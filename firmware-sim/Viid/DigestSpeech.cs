using System.Security.Cryptography;
using System.Text;

namespace EdgeGateway.Sim.Viid;

/// <summary>
/// The client's side of HTTP Digest, computed here on its own from RFC 2617 and 7616 and written as firmwares write it
/// (plate-camera.md section 2.2).
/// </summary>
public static class DigestSpeech
{
    /// <param name="challenge">Value of WWW-Authenticate.</param>
    /// <param name="method">HTTP method.</param>
    /// <param name="uri">What is signed and sent: path, or the whole URL.</param>
    /// <param name="user">Login.</param>
    /// <param name="password">Its password.</param>
    /// <param name="cnonce">Text of the client's own.</param>
    /// <param name="form">How it is written.</param>
    /// <returns>Value of Authorization, or null when the challenge is no Digest.</returns>
    public static string? Answer(string challenge, string method, string uri, string user, string password, string cnonce, AuthorizationForm form)
    {
        if (Read(challenge) is not { } asked || !asked.TryGetValue("nonce", out string? nonce))
        {
            return null;
        }

        string realm = asked.GetValueOrDefault("realm", "");
        bool sha = asked.GetValueOrDefault("algorithm", "MD5").Equals("SHA-256", StringComparison.OrdinalIgnoreCase);
        bool qop = asked.GetValueOrDefault("qop", "").Split(',').Any(one => one.Trim() == "auth");
        string ha1 = Hash($"{user}:{realm}:{password}", sha);
        string ha2 = Hash($"{method}:{uri}", sha);
        string response = qop ? Hash($"{ha1}:{nonce}:00000001:{cnonce}:auth:{ha2}", sha) : Hash($"{ha1}:{nonce}:{ha2}", sha);
        return Write(asked, user, realm, nonce, uri, qop ? cnonce : null, response, form);
    }

    /// <summary>The first challenge that can be answered.</summary>
    public static string? Choose(IEnumerable<string> challenges) =>
        challenges.FirstOrDefault(one => one.StartsWith("Digest ", StringComparison.OrdinalIgnoreCase));

    public static bool IsStale(string challenge) => Read(challenge)?.GetValueOrDefault("stale", "").Equals("true", StringComparison.OrdinalIgnoreCase) == true;

    private static string Write(
        IReadOnlyDictionary<string, string> asked, string user, string realm, string nonce, string uri, string? cnonce, string response, AuthorizationForm form)
    {
        bool bare = form == AuthorizationForm.Bare;
        string quote = bare ? "" : "\"";
        List<string> parts =
        [
            $"username=\"{user}\"", $"realm=\"{realm}\"", $"nonce=\"{nonce}\"", $"uri={quote}{uri}{quote}",
            .. cnonce is null ? (string[])[] : [$"qop={quote}auth{quote}", "nc=00000001", $"cnonce=\"{cnonce}\""],
            $"response=\"{response}\"",
            .. asked.TryGetValue("algorithm", out string? algorithm) ? (string[])[$"algorithm={algorithm}"] : [],
        ];
        if (bare)
        {
            parts.Add("opaque=\"null\"");
        }
        else if (asked.TryGetValue("opaque", out string? opaque))
        {
            parts.Add($"opaque=\"{opaque}{(form == AuthorizationForm.OpenQuote ? "" : "\"")}");
        }

        return "Digest " + string.Join(bare ? "," : ", ", parts);
    }

    private static IReadOnlyDictionary<string, string>? Read(string challenge)
    {
        if (!challenge.StartsWith("Digest ", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        int at = 7;
        while (challenge.IndexOf('=', at) is var equals and > 0)
        {
            string name = challenge[at..equals].Trim(' ', ',', '\t');
            bool quoted = equals + 1 < challenge.Length && challenge[equals + 1] == '"';
            int start = quoted ? equals + 2 : equals + 1;
            int end = challenge.IndexOf(quoted ? '"' : ',', start);
            end = end < 0 ? challenge.Length : end;
            found[name] = challenge[start..end].Trim();
            at = Math.Min(challenge.Length, quoted ? end + 1 : end);
        }

        return found;
    }

    private static string Hash(string text, bool sha)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
#pragma warning disable CA5351 // HTTP Digest of the field's devices is MD5.
        return Convert.ToHexStringLower(sha ? SHA256.HashData(bytes) : MD5.HashData(bytes));
#pragma warning restore CA5351
    }
}
