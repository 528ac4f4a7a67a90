using System.Text;

namespace EdgeGateway.Tests.EdgeGateway.Configuration;

public sealed class JsonSyntaxTests : IDisposable
{
    private readonly ConfigurationFixture _at = new();

    public void Dispose() => _at.Dispose();

    [Theory]
    [InlineData("{\n  \"a\": 1\n  \"b\": 2\n}", "gateway.json:3:3", "\"", "comma")]
    [InlineData("{\n  \"a\": hunter2\n}", "gateway.json:2:8", "h", "double quotes")]
    [InlineData("{ \"名称\": ｛ }", "gateway.json:1:9", "｛", "write { instead")]
    [InlineData("{ \"a\"： 1 }", "gateway.json:1:6", "：", "write : instead")]
    [InlineData("{ 'a': 1 }", "gateway.json:1:3", "'", "double quotes")]
    [InlineData("{ \"a\": \"x\n\" }", "gateway.json:1:10", "U+000A", "before the line ends")]
    [InlineData("{ \"a\": 30s }", "gateway.json:1:10", "s", "double quotes")]
    [InlineData("{ \"a\": 1 } }", "gateway.json:1:12", "}", "take it away")]
    [InlineData("{ \"a\": [ 1, 2", "gateway.json:1:14", "file ends", "close every")]
    [InlineData("", "gateway.json:1:1", "file ends", "close every")]
    public void Load_NotJson_SaysWhereAndWhatStandsThereAndWhatIsRight(string text, string place, string stands, string right)
    {
        var finding = Assert.Single(_at.Load(text).Findings);

        Assert.Equal((place, "syntax"), (finding.Path, finding.Code));
        Assert.Contains(stands, finding.Problem.En, StringComparison.Ordinal);
        Assert.Contains(right, finding.Right.En, StringComparison.Ordinal);
        Assert.Contains("行", finding.Problem.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NotJson_ShowsOneCharacterAndNotThePassword() =>
        Assert.DoesNotContain("hunter", Assert.Single(_at.Load("{ \"password\": hunter2 }").Findings).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Load_Gbk_SaysWhereUtf8Ends()
    {
        byte[] gbk = [.. "{ // \n \""u8, 0xD6, 0xCE, 0xB0, 0xB2, .. "\": 1 }"u8];

        var finding = Assert.Single(_at.Load(gbk).Findings);

        Assert.Equal(("gateway.json:2:3", "not-utf8"), (finding.Path, finding.Code));
    }

    [Fact]
    public void Load_Utf16_IsNotUtf8() =>
        Assert.Equal("not-utf8", Assert.Single(_at.Load([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("{}")]).Findings).Code);

    [Theory]
    [InlineData("{ \"a\": \"\\ud800\" }")]
    [InlineData("{ \"\\udc00\": 1 }")]
    public void Load_HalfACharacter_IsAFinding(string text) =>
        Assert.Equal("half-character", Assert.Single(_at.Load(text).Findings).Code);

    [Fact]
    public void Load_NestedAThousandDeep_IsAFinding() =>
        Assert.Equal("syntax", Assert.Single(_at.Load(new string('[', 1000)).Findings).Code);

    [Fact]
    public void Load_AnyBytes_NeverThrows()
    {
        var random = new Random(20261122);
        byte[] good = Encoding.UTF8.GetBytes(ConfigurationFixture.Good);
        for (int round = 0; round < 2_000; round++)
        {
            byte[] bytes = [.. good];
            for (int change = random.Next(1, 6); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var result = _at.Load(bytes[..random.Next(bytes.Length + 1)]);
            Assert.Equal(result.Ok, result.Findings.Count == 0);
        }
    }
}
