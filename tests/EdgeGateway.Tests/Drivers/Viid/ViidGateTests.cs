using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Viid;
using EdgeGateway.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace EdgeGateway.Tests.Drivers.Viid;

/// <summary>Who is let in, request by request, on a clock that the test moves.</summary>
public sealed class ViidGateTests
{
    private const string Device = "34020000001320000007";
    private static readonly IPAddress s_here = IPAddress.Parse("192.0.2.7");
    private static readonly IPAddress s_elsewhere = IPAddress.Parse("192.0.2.8");

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Judge_AfterAProof_TheSameAddressIsRegistered()
    {
        var gate = Gate();

        Assert.Equal(ViidVerdict.Unknown, gate.Judge(Head(s_here), false));
        Assert.Equal(ViidVerdict.Proved, gate.Judge(Proof(gate, s_here), true));
        Assert.Equal(ViidVerdict.Registered, gate.Judge(Head(s_here), false));
        Assert.Equal(ViidVerdict.Unknown, gate.Judge(Head(s_here), true));
        Assert.Equal(ViidVerdict.Unknown, gate.Judge(Head(s_elsewhere), false));
        Assert.Equal(ViidVerdict.Unknown, gate.Judge(Head(null), false));
    }

    [Fact]
    public void Judge_AnyAddressIsAllowed_OtherAddressesAreRegistered()
    {
        var gate = Gate(login => login with { SameAddress = false });
        gate.Judge(Proof(gate, s_here), true);

        Assert.Equal(ViidVerdict.Registered, gate.Judge(Head(s_elsewhere), false));
    }

    [Fact]
    public void Judge_ThreeKeepalivesMissed_IsNoLongerRegistered()
    {
        var gate = Gate();
        gate.Judge(Proof(gate, s_here), true);
        _time.Advance(TimeSpan.FromSeconds(270));
        Assert.Equal(ViidVerdict.Registered, gate.Judge(Head(s_here), false));
        _time.Advance(TimeSpan.FromSeconds(270.1));

        Assert.Equal(ViidVerdict.Unknown, gate.Judge(Head(s_here), false));
        Assert.Equal(TimeSpan.FromSeconds(270.1), gate.Silence);
    }

    [Fact]
    public void Judge_OldProofOnData_CountsAsWhatIsRegistered()
    {
        var gate = Gate();
        var proof = Proof(gate, s_here);
        gate.Judge(proof, true);

        Assert.Equal(ViidVerdict.Registered, gate.Judge(proof, false));
        Assert.Equal(ViidVerdict.Stale, gate.Judge(proof, true));
        gate.Leave();
        Assert.Equal(ViidVerdict.Stale, gate.Judge(proof, false));
        Assert.Equal(TimeSpan.Zero, gate.Gone);
        Assert.Null(gate.Silence);
    }

    [Fact]
    public void Judge_NonceTooOldOrNotOurs_IsStale()
    {
        var gate = Gate();
        var late = Proof(gate, s_here);
        _time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(ViidVerdict.Stale, gate.Judge(late, true));
        Assert.Equal(ViidVerdict.Stale, gate.Judge(Proof(gate, s_here, nonce: "dGVzdC1ub25jZS0wMQ=="), true));
        Assert.Equal(ViidVerdict.Stale, gate.Judge(Proof(gate, s_here, nonce: new string('0', 64)), true));
        Assert.Null(gate.Silence);
    }

    [Fact]
    public void Judge_CountOfANonce_MustGrow()
    {
        var gate = Gate();
        string nonce = Nonce(gate);
        ViidVerdict Try(string nc) => gate.Judge(Proof(gate, s_here, nonce: nonce, nc: nc), true);

        Assert.Equal(ViidVerdict.Proved, Try("0000000a"));
        Assert.Equal(ViidVerdict.Stale, Try("0000000A"));
        Assert.Equal(ViidVerdict.Stale, Try("00000009"));
        Assert.Equal(ViidVerdict.Proved, Try("0000000B"));
        Assert.Equal(ViidVerdict.Stale, Try("x"));
    }

    [Theory]
    [InlineData("Kakou@2024", "another", ViidVerdict.Wrong)]
    [InlineData("Kakou@2024", "", ViidVerdict.Wrong)]
    [InlineData(null, "", ViidVerdict.Proved)]
    [InlineData(null, "guess", ViidVerdict.Wrong)]
    public void Judge_Password_MustBeTheOne(string? ours, string theirs, ViidVerdict verdict)
    {
        var gate = Gate(login => login with { Password = ours is null ? null : new Secret(ours) });

        Assert.Equal(verdict, gate.Judge(Proof(gate, s_here, password: theirs), true));
    }

    [Fact]
    public void Challenge_ToNobody_FitsEveryPeer()
    {
        var asked = Gate(login => login with { Realm = "one", Digest = ViidDigest.Sha256 });
        var answered = Gate(login => login with { Realm = "two" });
        string nonce = Nonce(asked, anonymous: true);

        Assert.Equal(2, asked.Challenge(ViidVerdict.Unknown, anonymous: true).Count);
        Assert.Equal(ViidVerdict.Proved, answered.Judge(Proof(answered, s_here, nonce: nonce, realm: "viid"), true));
        Assert.Equal(ViidVerdict.Wrong, answered.Judge(Proof(answered, s_here, nonce: Nonce(answered), realm: "one"), true));
    }

    [Theory]
    [InlineData(ViidDigest.Md5, "algorithm=MD5")]
    [InlineData(ViidDigest.Sha256, "algorithm=SHA-256")]
    [InlineData(ViidDigest.Both, "algorithm=MD5 algorithm=SHA-256")]
    public void Challenge_Algorithms_AreThoseOfTheSettings(ViidDigest digest, string algorithms)
    {
        var challenges = Gate(login => login with { Digest = digest }).Challenge(ViidVerdict.Stale);

        Assert.Equal(algorithms, string.Join(' ', challenges.Select(one => Regex.Match(one.Value, "algorithm=[^,]*").Value)));
        Assert.All(challenges, one => Assert.EndsWith("stale=true", one.Value, StringComparison.Ordinal));
    }

    private ViidGate Gate(Func<ViidLogin, ViidLogin>? change = null)
    {
        var login = new ViidLogin { DeviceId = Device, Password = new Secret("Kakou@2024") };
        return new ViidGate(change?.Invoke(login) ?? login, _time);
    }

    private static string Nonce(ViidGate gate, bool anonymous = false) => Regex.Match(gate.Challenge(ViidVerdict.Unknown, anonymous)[0].Value, "nonce=\"([^\"]*)\"").Groups[1].Value;

    private static InboxHead Head(IPAddress? from, string? authorization = null)
    {
        var headers = new HeaderDictionary { ["User-Identify"] = Device };
        if (authorization is not null)
        {
            headers["authorization"] = authorization;
        }

        return new InboxHead("POST", "/VIID/x", "/VIID/x", string.Empty, headers) { From = from };
    }

    private static InboxHead Proof(ViidGate gate, IPAddress from, string password = "Kakou@2024", string? nonce = null, string nc = "00000001", string? realm = null)
    {
        nonce ??= Nonce(gate);
        realm ??= Regex.Match(gate.Challenge(ViidVerdict.Unknown)[0].Value, "realm=\"([^\"]*)\"").Groups[1].Value;
        string Hash(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.Latin1.GetBytes(text)));
        string response = Hash($"{Hash($"{Device}:{realm}:{password}")}:{nonce}:{nc}:c:auth:{Hash("POST:/VIID/x")}");
        return Head(from, $"Digest username=\"{Device}\", realm=\"{realm}\", nonce=\"{nonce}\", uri=\"/VIID/x\", qop=auth, nc={nc}, cnonce=\"c\", response=\"{response}\"");
    }
}
