using EdgeGateway.Sim.Viid;

namespace EdgeGateway.Tests.FirmwareSim.Viid;

/// <summary>Vectors DG1 to DG3 of plate-camera.md section 11.3, and how firmwares write the header.</summary>
public sealed class DigestSpeechTests
{
    private const string User = "34020000001190000001";
    private const string Password = "Kakou@2024";
    private const string Challenge = "Digest realm=\"viid\", nonce=\"dGVzdC1ub25jZS0wMQ==\", opaque=\"op\", qop=\"auth\"";

    [Theory]
    [InlineData("/VIID/System/Register", "0a4f113b", "4533ff9c05614d4ed281dcfd6fee0056")]
    [InlineData("http://192.0.2.10:8120/VIID/System/Register", "c1", "9d1c5e2b7868bcb9fb1ea7a27ecf04ab")]
    public void Answer_PublicVector_GivesItsResponse(string uri, string cnonce, string response)
    {
        string? header = DigestSpeech.Answer(Challenge, "POST", uri, User, Password, cnonce, AuthorizationForm.Right);

        Assert.Contains($"response=\"{response}\"", header, StringComparison.Ordinal);
        Assert.Contains($"uri=\"{uri}\"", header, StringComparison.Ordinal);
        Assert.EndsWith("opaque=\"op\"", header, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_NoQop_UsesTheOldFormula()
    {
        // MD5(d92f48bcf4afe1ce6b6c2426bf41a5e8:n:e981db7569f065fda647d8236af6f901), computed with openssl.
        string? header = DigestSpeech.Answer("Digest realm=\"viid\", nonce=\"n\"", "POST", "/VIID/System/Register", User, Password, "c", AuthorizationForm.Right);

        Assert.Contains("response=\"5e9f9ca8fc9c34f16c6c3bb8032e5bf5\"", header, StringComparison.Ordinal);
        Assert.DoesNotContain("cnonce", header, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_OpenQuote_LeavesTheLastQuoteOut() =>
        Assert.EndsWith("opaque=\"op", DigestSpeech.Answer(Challenge, "POST", "/", User, Password, "c", AuthorizationForm.OpenQuote), StringComparison.Ordinal);

    [Fact]
    public void Answer_Bare_HasNoBlanksAndNoQuotesAroundNcAndQop()
    {
        string? header = DigestSpeech.Answer(Challenge, "POST", "/x", User, Password, "c", AuthorizationForm.Bare);

        Assert.Contains(",uri=/x,qop=auth,nc=00000001,", header, StringComparison.Ordinal);
        Assert.EndsWith(",opaque=\"null\"", header, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_Basic_IsNone() => Assert.Null(DigestSpeech.Answer("Basic realm=\"x\"", "POST", "/", User, Password, "c", AuthorizationForm.Right));
}
