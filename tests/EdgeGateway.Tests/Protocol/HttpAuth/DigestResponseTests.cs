using EdgeGateway.Protocol.HttpAuth;

namespace EdgeGateway.Tests.Protocol.HttpAuth;

public sealed class DigestResponseTests
{
    private static readonly HttpLogin s_viid = new("34020000001190000001", "Kakou@2024");
    private static readonly DigestChallenge s_viidChallenge = new("viid", "dGVzdC1ub25jZS0wMQ==", DigestAlgorithm.Md5, DigestQop.Auth);

    private static readonly HttpLogin s_mufasa = new("Mufasa", "Circle of Life");
    private static readonly DigestExchange s_rfcExchange =
        new("GET", "/dir/index.html", "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");

    [Theory]
    [InlineData("0a4f113b", 1u, "/VIID/System/Register", "e981db7569f065fda647d8236af6f901", "4533ff9c05614d4ed281dcfd6fee0056")]
    [InlineData("0a4f113b", 2u, "/VIID/System/UnRegister", "a35f30b356b8503a6fbefa8253705d84", "bd89ba6ec69fbc4a7f7fd03b579e2373")]
    [InlineData("c1", 1u, "http://192.0.2.10:8120/VIID/System/Register", "719843ea81c84d6f3c9d716b18593d01", "9d1c5e2b7868bcb9fb1ea7a27ecf04ab")]
    public void Compute_VectorsDg1ToDg3_GivesTheDocumentsHashes(string cnonce, uint count, string uri, string ha2, string response)
    {
        var exchange = new DigestExchange("POST", uri, cnonce, count);

        Assert.Equal("d92f48bcf4afe1ce6b6c2426bf41a5e8", DigestResponse.Ha1(s_viidChallenge, s_viid, cnonce));
        Assert.Equal(ha2, DigestResponse.Ha2(s_viidChallenge, exchange));
        Assert.Equal(response, DigestResponse.Compute(s_viidChallenge, s_viid, exchange));
    }

    [Fact]
    public void Compute_VectorDg4_GivesTheDocumentsHashes()
    {
        var challenge = new DigestChallenge("DS-TEST", "68e7c6c1", DigestAlgorithm.Md5, DigestQop.Auth);
        var exchange = new DigestExchange("GET", "/ISAPI/Event/notification/alertStream", "deadbeef");
        var login = new HttpLogin("admin", "Pass-1234");

        Assert.Equal("11f016f327936642fa3a908a72093484", DigestResponse.Ha1(challenge, login, "deadbeef"));
        Assert.Equal("a2ec8becaf88e1765267a57143e02c95", DigestResponse.Ha2(challenge, exchange));
        Assert.Equal("5715631a235e467ae6dc458db01ecb5e", DigestResponse.Compute(challenge, login, exchange));
    }

    [Theory]
    [InlineData(DigestAlgorithm.Md5, "8ca523f5e9506fed4657c9700eebdbec")]
    [InlineData(DigestAlgorithm.Sha256, "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1")]
    public void Compute_ExampleOfRfc7616_GivesItsResponse(DigestAlgorithm algorithm, string response) =>
        Assert.Equal(response, DigestResponse.Compute(RfcChallenge(algorithm), s_mufasa, s_rfcExchange));

    [Fact]
    public void Compute_ExampleOfRfc2617_GivesItsResponse()
    {
        var challenge = new DigestChallenge("testrealm@host.com", "dcd98b7102dd2f0e8b11d0f600bfb0c093", DigestAlgorithm.Md5, DigestQop.Auth);
        var exchange = new DigestExchange("GET", "/dir/index.html", "0a4f113b");

        Assert.Equal("6629fae49393a05397450978507c4ef1", DigestResponse.Compute(challenge, new("Mufasa", "Circle Of Life"), exchange));
    }

    [Fact]
    public void Compute_NoQop_UsesTheOldFormula()
    {
        // RFC 2069 example with the erratum: same inputs as RFC 2617 section 3.5 but without qop.
        var challenge = new DigestChallenge("testrealm@host.com", "dcd98b7102dd2f0e8b11d0f600bfb0c093", DigestAlgorithm.Md5, DigestQop.None);
        var exchange = new DigestExchange("GET", "/dir/index.html", "unused");

        Assert.Equal("670fd8c2df070c60b045671b8b24ff02", DigestResponse.Compute(challenge, new("Mufasa", "Circle Of Life"), exchange));
    }

    [Fact]
    public void Header_NoQop_HasNeitherNcNorCnonce()
    {
        var challenge = new DigestChallenge("DS-TEST", "n", DigestAlgorithm.Md5, DigestQop.None);

        string header = DigestResponse.Header(challenge, s_mufasa, s_rfcExchange);

        Assert.DoesNotContain("nc=", header, StringComparison.Ordinal);
        Assert.DoesNotContain("qop", header, StringComparison.Ordinal);
        Assert.DoesNotContain("algorithm", header, StringComparison.Ordinal);
    }

    [Fact]
    public void Header_Sha256_ReturnsEveryParameterOfTheRfcExample()
    {
        var challenge = RfcChallenge(DigestAlgorithm.Sha256) with { Opaque = "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS", NamesAlgorithm = true };

        var scheme = Assert.Single(AuthHeaderParser.Parse(DigestResponse.Header(challenge, s_mufasa, s_rfcExchange)));

        Assert.Equal("Mufasa", scheme["username"]);
        Assert.Equal("http-auth@example.org", scheme["realm"]);
        Assert.Equal("/dir/index.html", scheme["uri"]);
        Assert.Equal("SHA-256", scheme["algorithm"]);
        Assert.Equal(challenge.Nonce, scheme["nonce"]);
        Assert.Equal("00000001", scheme["nc"]);
        Assert.Equal(s_rfcExchange.Cnonce, scheme["cnonce"]);
        Assert.Equal("auth", scheme["qop"]);
        Assert.Equal(challenge.Opaque, scheme["opaque"]);
        Assert.Equal("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1", scheme["response"]);
    }

    [Theory]
    [InlineData(DigestAlgorithm.Md5Sess)]
    [InlineData(DigestAlgorithm.Sha256Sess)]
    public void Ha1_SessionVariant_HashesThePlainOneWithNonceAndCnonce(DigestAlgorithm algorithm)
    {
        var challenge = RfcChallenge(algorithm);
        string plain = DigestResponse.Ha1(challenge with { Algorithm = algorithm - 1 }, s_mufasa, "c");
        var bytes = System.Text.Encoding.ASCII.GetBytes($"{plain}:{challenge.Nonce}:c");
        var expected = algorithm == DigestAlgorithm.Md5Sess
            ? System.Security.Cryptography.MD5.HashData(bytes)
            : System.Security.Cryptography.SHA256.HashData(bytes);

        Assert.Equal(Convert.ToHexStringLower(expected), DigestResponse.Ha1(challenge, s_mufasa, "c"));
    }

    [Fact]
    public void Ha2_AuthInt_HashesTheBody()
    {
        var challenge = RfcChallenge(DigestAlgorithm.Md5) with { Qop = DigestQop.AuthInt };

        string empty = DigestResponse.Ha2(challenge, s_rfcExchange);
        string filled = DigestResponse.Ha2(challenge, s_rfcExchange with { Body = new byte[] { 1 } });

        Assert.NotEqual(empty, filled);
    }

    private static DigestChallenge RfcChallenge(DigestAlgorithm algorithm) =>
        new("http-auth@example.org", "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", algorithm, DigestQop.Auth);
}
