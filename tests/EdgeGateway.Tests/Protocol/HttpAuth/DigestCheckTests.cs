using EdgeGateway.Protocol.HttpAuth;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Protocol.HttpAuth;

/// <summary>The server's side: DG1 to DG4, and what section 2.2 asks a server to bear.</summary>
public sealed class DigestCheckTests
{
    private const string Path = "/VIID/System/Register";

    private const string Dg1 =
        "Digest username=\"34020000001190000001\", realm=\"viid\", nonce=\"dGVzdC1ub25jZS0wMQ==\", uri=\"/VIID/System/Register\", qop=auth, nc=00000001, cnonce=\"0a4f113b\", response=\"4533ff9c05614d4ed281dcfd6fee0056\"";

    private static readonly HttpLogin s_login = new("34020000001190000001", "Kakou@2024");

    [Theory]
    [InlineData("00000001", "0a4f113b", "/VIID/System/Register", "/VIID/System/Register", "4533ff9c05614d4ed281dcfd6fee0056", true)]
    [InlineData("00000002", "0a4f113b", "/VIID/System/UnRegister", "/VIID/System/UnRegister", "bd89ba6ec69fbc4a7f7fd03b579e2373", true)]
    [InlineData("00000001", "c1", "http://192.0.2.10:8120/VIID/System/Register", "/VIID/System/Register", "9d1c5e2b7868bcb9fb1ea7a27ecf04ab", true)]
    [InlineData("00000001", "c1", "http://192.0.2.10:8120/VIID/System/Register", "http://other:1/VIID/System/Register", "9d1c5e2b7868bcb9fb1ea7a27ecf04ab", true)]
    [InlineData("00000001", "c1", "http://192.0.2.10:8120/VIID/System/Register", "/VIID/System/UnRegister", "9d1c5e2b7868bcb9fb1ea7a27ecf04ab", false)]
    [InlineData("00000002", "0a4f113b", "/VIID/System/Register", "/VIID/System/Register", "4533ff9c05614d4ed281dcfd6fee0056", false)]
    public void Accepts_VectorsDg1ToDg3_AreTaken(string nc, string cnonce, string uri, string target, string response, bool accepted)
    {
        var given = DigestAuthorization.Read(
            $"Digest username=\"34020000001190000001\", realm=\"viid\", nonce=\"dGVzdC1ub25jZS0wMQ==\", uri=\"{uri}\", qop=\"auth\", nc={nc}, cnonce=\"{cnonce}\", response=\"{response}\"")!;

        Assert.Equal(accepted, DigestCheck.Accepts(given, "POST", target, "viid", s_login));
    }

    [Fact]
    public void Accepts_VectorDg4_IsTaken()
    {
        var given = DigestAuthorization.Read(
            "Digest username=\"admin\",realm=\"DS-TEST\",nonce=\"68e7c6c1\",uri=\"/ISAPI/Event/notification/alertStream\",qop=auth,nc=00000001,cnonce=\"deadbeef\",response=\"5715631a235e467ae6dc458db01ecb5e\"")!;

        Assert.True(DigestCheck.Accepts(given, "GET", "/ISAPI/Event/notification/alertStream", "DS-TEST", new HttpLogin("admin", "Pass-1234")));
    }

    [Theory]
    [InlineData(", ", ",")]
    [InlineData(", ", ",\r\n ")]
    [InlineData("uri=\"/VIID/System/Register\"", "uri=/VIID/System/Register")]
    [InlineData("nc=00000001", "nc=\"00000001\"")]
    [InlineData("qop=auth", "qop=\"auth\"")]
    [InlineData("Digest ", "digest ")]
    [InlineData("response=\"4533ff9c05614d4ed281dcfd6fee0056\"", "response=\"4533FF9C05614D4ED281DCFD6FEE0056\"")]
    [InlineData("response=\"4533ff9c05614d4ed281dcfd6fee0056\"", "response=\"4533ff9c05614d4ed281dcfd6fee0056\", opaque=\"null\"")]
    [InlineData("response=\"4533ff9c05614d4ed281dcfd6fee0056\"", "response=\"4533ff9c05614d4ed281dcfd6fee0056\", opaque=\"abc")]
    [InlineData("response=\"4533ff9c05614d4ed281dcfd6fee0056\"", "response=\"4533ff9c05614d4ed281dcfd6fee0056\", algorithm=MD5, Basic eDp5")]
    public void Accepts_HeaderAsDevicesWriteIt_IsTaken(string strict, string seen) => Assert.True(Judge(Dg1.Replace(strict, seen, StringComparison.Ordinal)));

    [Theory]
    [InlineData("username=\"34020000001190000001\"", "username=\"34020000001190000002\"")]
    [InlineData("realm=\"viid\"", "realm=\"other\"")]
    [InlineData("nonce=\"dGVzdC1ub25jZS0wMQ==\"", "nonce=\"dGVzdC1ub25jZS0wMg==\"")]
    [InlineData("cnonce=\"0a4f113b\"", "cnonce=\"0a4f113c\"")]
    [InlineData("qop=auth", "qop=auth-int")]
    [InlineData("qop=auth, ", "")]
    [InlineData("qop=auth", "qop=auth, algorithm=SHA-512-256")]
    [InlineData("qop=auth", "qop=auth, algorithm=SHA-256")]
    [InlineData("4533ff9c05614d4ed281dcfd6fee0056", "")]
    public void Accepts_AnythingChanged_IsRefused(string right, string wrong) => Assert.False(Judge(Dg1.Replace(right, wrong, StringComparison.Ordinal)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Basic eDp5")]
    [InlineData("Digest")]
    [InlineData("Digest username=\"x\", realm=\"viid\"")]
    public void Read_NoProof_IsNone(string? header) => Assert.Null(DigestAuthorization.Read(header));

    [Fact]
    public void Accepts_SignedQuery_MustBeTheOneAskedFor()
    {
        var unsigned = DigestAuthorization.Read(Dg1)!;
        var signed = unsigned with { Uri = Path + "?a=1" };
        signed = signed with { Response = DigestCheck.Expected(signed, DigestAlgorithm.Md5, "POST", "viid", "Kakou@2024") };

        Assert.True(DigestCheck.Accepts(unsigned, "POST", Path + "?a=1", "viid", s_login));
        Assert.True(DigestCheck.Accepts(signed, "POST", Path + "?a=1", "viid", s_login));
        Assert.False(DigestCheck.Accepts(signed, "POST", Path + "?a=2", "viid", s_login));
        Assert.False(DigestCheck.Accepts(unsigned, "PUT", Path, "viid", s_login));
    }

    [Fact]
    public void Read_DamagedHeaders_NeverThrowsAndNeverAccepts()
    {
        var random = new Random(20261122);
        for (int i = FuzzSize.Of(30_000); i > 0; i--)
        {
            char[] header = Dg1.ToCharArray();
            int at = random.Next(header.Length);
            header[at] = (char)random.Next(256);
            string damaged = new(header, 0, random.Next(3) == 0 ? at : header.Length);
            if (DigestAuthorization.Read(damaged) is { } given && DigestCheck.Accepts(given, "POST", Path, "viid", s_login))
            {
                Assert.Equal("4533ff9c05614d4ed281dcfd6fee0056", given.Response.ToLowerInvariant());
                Assert.Equal(("34020000001190000001", "viid", "dGVzdC1ub25jZS0wMQ==", Path), (given.User, given.Realm, given.Nonce, given.Uri));
            }
        }
    }

    private static bool Judge(string header) => DigestAuthorization.Read(header) is { } given && DigestCheck.Accepts(given, "POST", Path, "viid", s_login);
}
