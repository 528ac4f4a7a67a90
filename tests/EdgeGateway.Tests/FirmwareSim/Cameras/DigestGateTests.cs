using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Twins.PlateCamera.Hikvision;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Cameras;

public sealed class DigestGateTests
{
    private const string Target = AlertStreamServer.StreamPath;
    private readonly HandClock _clock = new(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Challenge_PolicyNone_LetsPass() => Assert.Null(Gate(DigestPolicy.None).Challenge(null, "GET", Target));

    [Theory]
    [InlineData(DigestPolicy.Qop, true, null)]
    [InlineData(DigestPolicy.NoQop, false, null)]
    [InlineData(DigestPolicy.Sha256, true, "SHA-256")]
    [InlineData(DigestPolicy.OneShot, true, null)]
    [InlineData(DigestPolicy.Stale, true, null)]
    public void Challenge_RightAnswer_Passes(DigestPolicy policy, bool qop, string? algorithm)
    {
        DigestGate gate = Gate(policy);
        string challenge = gate.Challenge(null, "GET", Target)!;
        Assert.Equal(qop, challenge.Contains("qop=\"auth\"", StringComparison.Ordinal));
        Assert.Equal(algorithm is not null, challenge.Contains("algorithm=SHA-256", StringComparison.Ordinal));
        Assert.Null(gate.Challenge(Answer(challenge, "Pass-1234", policy), "GET", Target));
    }

    [Theory]
    [InlineData(DigestPolicy.Qop)]
    [InlineData(DigestPolicy.NoQop)]
    [InlineData(DigestPolicy.Sha256)]
    public void Challenge_WrongPasswordUserPathOrNonce_RefusesWithAFreshNonce(DigestPolicy policy)
    {
        DigestGate gate = Gate(policy);
        string challenge = gate.Challenge(null, "GET", Target)!;
        string right = Answer(challenge, "Pass-1234", policy);
        string?[] wrong =
        [
            Answer(challenge, "Pass-1235", policy), right.Replace("admin", "root", StringComparison.Ordinal), right.Replace("nonce=\"", "nonce=\"0", StringComparison.Ordinal),
            "Basic YWRtaW46UGFzcy0xMjM0", "Digest ", null,
        ];
        Assert.All(wrong, header => Assert.NotEqual(challenge, Assert.IsType<string>(gate.Challenge(header, "GET", Target))));
        Assert.NotNull(gate.Challenge(right, "GET", "/ISAPI/other"));
        Assert.NotNull(gate.Challenge(right, "POST", Target));
    }

    [Theory]
    [InlineData(DigestPolicy.OneShot, true)]
    [InlineData(DigestPolicy.Qop, false)]
    public void Challenge_NonceUsedTwice_OnlyOneShotRefuses(DigestPolicy policy, bool refused)
    {
        DigestGate gate = Gate(policy);
        string answer = Answer(gate.Challenge(null, "GET", Target)!, "Pass-1234", policy);
        Assert.Null(gate.Challenge(answer, "GET", Target));
        Assert.Equal(refused, gate.Challenge(answer, "GET", Target) is not null);
    }

    [Theory]
    [InlineData(DigestPolicy.Stale, true)]
    [InlineData(DigestPolicy.Qop, false)]
    public void Challenge_NonceOfThreeSecondsAgo_OnlyStaleRefusesAndSaysWhy(DigestPolicy policy, bool refused)
    {
        DigestGate gate = Gate(policy);
        string answer = Answer(gate.Challenge(null, "GET", Target)!, "Pass-1234", policy);
        _clock.Now += TimeSpan.FromSeconds(3);
        string? again = gate.Challenge(answer, "GET", Target);
        Assert.Equal(refused, again?.Contains("stale=true", StringComparison.Ordinal) ?? false);
        Assert.Equal(refused, again is not null);
    }

    private DigestGate Gate(DigestPolicy policy) => new(policy, "admin", "Pass-1234", 1, _clock);

    /// <summary>A client written from RFC 2617 for this test.</summary>
    private static string Answer(string challenge, string password, DigestPolicy policy)
    {
        string nonce = Regex.Match(challenge, "nonce=\"([^\"]+)\"").Groups[1].Value;
        string realm = Regex.Match(challenge, "realm=\"([^\"]+)\"").Groups[1].Value;
        string ha1 = Hash($"admin:{realm}:{password}");
        string ha2 = Hash($"GET:{Target}");
        bool qop = policy != DigestPolicy.NoQop;
        string response = qop ? Hash($"{ha1}:{nonce}:00000001:deadbeef:auth:{ha2}") : Hash($"{ha1}:{nonce}:{ha2}");
        return $"Digest username=\"admin\", realm=\"{realm}\", nonce=\"{nonce}\", uri=\"{Target}\", response=\"{response}\""
            + (qop ? ", qop=auth, nc=00000001, cnonce=\"deadbeef\"" : "");

        string Hash(string text)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            return Convert.ToHexStringLower(policy == DigestPolicy.Sha256 ? SHA256.HashData(bytes) : MD5.HashData(bytes));
        }
    }
}
