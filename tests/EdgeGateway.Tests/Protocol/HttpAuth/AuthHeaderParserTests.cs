using EdgeGateway.Protocol.HttpAuth;

namespace EdgeGateway.Tests.Protocol.HttpAuth;

/// <summary>The tolerance that plate-camera.md section 2.2 asks for.</summary>
public sealed class AuthHeaderParserTests
{
    [Theory]
    [InlineData("Digest realm=\"a b\",nonce=\"n1\",qop=\"auth\",stale=\"FALSE\"")]
    [InlineData("Digest realm=\"a b\", nonce=\"n1\" , qop=\"auth\", stale=FALSE")]
    [InlineData("Digest realm=\"a b\",\r\n nonce=\"n1\",\r\n\tqop=\"auth\",stale=false")]
    [InlineData("digest REALM=\"a b\", Nonce=n1, qop=auth")]
    [InlineData("Digest realm = \"a b\" , nonce = \"n1\", qop= auth")]
    [InlineData("Digest realm=\"a b\" nonce=\"n1\" qop=auth")]
    [InlineData("Digest qop=auth,auth-int,realm=\"a b\",nonce=n1")]
    [InlineData("DIGEST qop=\"auth, auth-int\", realm=\"a b\", nonce=\"n1")]
    [InlineData("Digest realm=\"a b\", nonce=\"n1\", qop=\"auth\", Basic realm=\"z\"")]
    [InlineData("Digest realm=\"a b\", nonce=\"n1\", qop=\"auth\" Basic realm=\"z\"")]
    [InlineData("Basic realm=\"z\", Digest realm=\"a b\", nonce=\"n1\", qop=\"auth\"")]
    [InlineData("Negotiate, NTLM, Digest realm=\"a b\", nonce=\"n1\", qop=\"auth\"")]
    [InlineData("  ,, Digest realm=\"a b\",,nonce=\"n1\",qop=auth,,")]
    public void Read_ManySpellings_GiveTheSameChallenge(string header)
    {
        var challenge = HttpChallenges.Read([header]).Digest;

        Assert.Equal(new DigestChallenge("a b", "n1", DigestAlgorithm.Md5, DigestQop.Auth), challenge);
    }

    [Theory]
    [InlineData("opaque=\"null\"", "null")]
    [InlineData("opaque=\"never closed", "never closed")]
    [InlineData("opaque=\"a\\\"b\"", "a\"b")]
    [InlineData("opaque=\"\"", "")]
    [InlineData("stale=true", null)]
    public void Read_Opaque_IsKeptAsSent(string parameter, string? expected) =>
        Assert.Equal(expected, HttpChallenges.Read(["Digest realm=\"r\", nonce=\"n\", " + parameter]).Digest!.Opaque);

    [Theory]
    [InlineData("stale=\"TRUE\"", true)]
    [InlineData("stale=true", true)]
    [InlineData("stale=\"FALSE\"", false)]
    [InlineData("algorithm=MD5", false)]
    public void Read_Stale_IgnoresCase(string parameter, bool expected) =>
        Assert.Equal(expected, HttpChallenges.Read(["Digest nonce=\"n\", " + parameter]).Digest!.Stale);

    [Theory]
    [InlineData("algorithm=md5", DigestAlgorithm.Md5)]
    [InlineData("algorithm=\"MD5-sess\"", DigestAlgorithm.Md5Sess)]
    [InlineData("algorithm=SHA-256", DigestAlgorithm.Sha256)]
    [InlineData("algorithm=\"sha256\"", DigestAlgorithm.Sha256)]
    [InlineData("algorithm=SHA-256-SESS", DigestAlgorithm.Sha256Sess)]
    public void Read_Algorithm_IgnoresCaseAndQuotes(string parameter, DigestAlgorithm expected) =>
        Assert.Equal(expected, HttpChallenges.Read(["Digest nonce=\"n\", " + parameter]).Digest!.Algorithm);

    [Fact]
    public void Read_Sha256AndMd5InTwoHeaders_TakesSha256() => Assert.Equal(
        DigestAlgorithm.Sha256,
        HttpChallenges.Read(["Digest nonce=\"a\", algorithm=MD5", "Digest nonce=\"b\", algorithm=SHA-256"]).Digest!.Algorithm);

    [Theory]
    [InlineData("Digest realm=\"r\", nonce=\"n\", algorithm=SHA-512-256")]
    [InlineData("Digest realm=\"r\", nonce=\"n\", qop=\"token\"")]
    [InlineData("Digest realm=\"r\"")]
    [InlineData("Negotiate abcd==")]
    [InlineData("")]
    [InlineData("=\"=,\"")]
    public void Read_NothingUsable_GivesNoDigest(string header)
    {
        var challenges = HttpChallenges.Read([header]);

        Assert.Null(challenges.Digest);
        Assert.Null(challenges.Answer(new("u", "p"), new("GET", "/", "c")));
    }

    [Fact]
    public void Answer_BasicOnly_SendsBasic() => Assert.Equal(
        "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
        HttpChallenges.Read(["Basic realm=\"x\""]).Answer(new("Aladdin", "open sesame"), new("GET", "/", "c")));

    [Fact]
    public void Answer_BasicAndDigest_KeepsThePasswordOffTheWire() => Assert.StartsWith(
        "Digest ",
        HttpChallenges.Read(["Basic realm=\"x\"", "Digest nonce=\"n\""]).Answer(new("u", "p"), new("GET", "/", "c")),
        StringComparison.Ordinal);

    [Fact]
    public void Parse_AuthorizationOfAClientThatForgetsQuotes_GivesEveryParameter()
    {
        var scheme = Assert.Single(AuthHeaderParser.Parse(
            "Digest username=\"u\",realm=\"viid\",nonce=\"n==\",uri=http://192.0.2.10:8120/VIID/System/Register,qop=auth,nc=00000001,cnonce=c1,response=\"9d\",opaque=\"null"));

        Assert.Equal("http://192.0.2.10:8120/VIID/System/Register", scheme["uri"]);
        Assert.Equal("00000001", scheme["NC"]);
        Assert.Equal("n==", scheme["nonce"]);
        Assert.Equal("null", scheme["opaque"]);
    }

    [Fact]
    public void Parse_Basic_KeepsItsToken() =>
        Assert.Equal("dXNlcjpwYXNz==", Assert.Single(AuthHeaderParser.Parse("Basic dXNlcjpwYXNz==")).Token);

    [Fact]
    public void Parse_ControlCharactersInAValue_AreDropped() =>
        Assert.Equal("ab", AuthHeaderParser.Parse("Digest nonce=\"a\r\nb\"")[0]["nonce"]);

    [Fact]
    public void Parse_TooLong_IsNotRead() =>
        Assert.Empty(AuthHeaderParser.Parse("Digest nonce=\"" + new string('n', AuthHeaderParser.MaxChars)));

    [Fact]
    public void Parse_ArbitraryText_NeverThrowsAndEnds()
    {
        const string alphabet = "Dd=\",\\ \t\r\nanqop\u00ff";
        var random = new Random(20240624);
        for (int round = 0; round < 20_000; round++)
        {
            string text = new(random.GetItems<char>(alphabet, random.Next(40)));
            Assert.All(AuthHeaderParser.Parse("Digest " + text), scheme => Assert.NotEmpty(scheme.Name));
        }
    }
}
