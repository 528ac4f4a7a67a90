using System.Text;
using System.Text.Json.Nodes;
using EdgeGateway.CommandLine;

namespace EdgeGateway.Tests.EdgeGateway.CommandLine;

public sealed class PlateDecodeTests
{
    [Theory]
    [InlineData("蓝苏A3HK57", "", "VALID", "CIVIL", "苏A3HK57", "blue", "")]
    [InlineData("黄绿川A12345F", "", "VALID", "NEV_LARGE", "川A12345F", "yellow-green", "")]
    [InlineData("绿粤BD12345", "", "VALID", "NEV_SMALL", "粤BD12345", "green", "")]
    [InlineData("黑A66888", "context=Hik", "VALID", "CIVIL", "黑A66888", null, "")]
    [InlineData("苏B1234", "plateClass=15", "VALID", "TRAILER", "苏B1234挂", null, "SUFFIX_RESTORED")]
    [InlineData("无车牌", "context=VIID hasPlate=true", "UNREAD", null, null, null, "")]
    [InlineData("无车牌", "context=VIID hasPlate=false", "NO_PLATE", null, null, null, "")]
    [InlineData("", "hasPlate=true", "UNREAD", null, null, null, "")]
    [InlineData("", "", "NO_PLATE", null, null, null, "")]
    [InlineData("苏A3-K57", "", "PARTIAL", "CIVIL", "苏A3?K57", null, "")]
    [InlineData("京AO1234", "", "INVALID", null, "京AO1234", null, "OCR_IO")]
    [InlineData("京O12345", "", "VALID", "CIVIL", "京O12345", null, "LEGACY_O")]
    [InlineData("场内京A12345", "", "OTHER", "OTHER", "场内京A12345", null, "")]
    [InlineData("苏A3HK57", "colour=5", "VALID", "CIVIL", "苏A3HK57", "blue", "")]
    [InlineData("KB20001", "country=7", "INVALID", null, "KB20001", null, "")]
    [InlineData("KB20001", "country=59", "VALID", "MILITARY", "KB20001", null, "")]
    public void Decode_Text_HasTheFieldsOfTheOutcome(string text, string options, string outcome, string? name, string? plate, string? colour, string flags)
    {
        var fields = Decode(Encoding.UTF8.GetBytes(text), options).Single();
        Assert.Equal(
            (outcome, name, plate, colour, flags),
            ((string?)fields["outcome"], (string?)fields["class"], (string?)fields["text"], (string?)fields["colour"], string.Join(',', fields["flags"]!.AsArray())));
    }

    [Fact]
    public void Decode_OtherFields_AreThereWhenThereIsSomethingToSay()
    {
        var odd = Decode(Encoding.UTF8.GetBytes("粤BD12345"), "colour=blue").Single();
        Assert.Equal(("52", 5, """["COLOUR_CONFLICT"]"""), ((string?)odd["plateClass"], (int?)odd["colourCode"], odd["doubts"]!.ToJsonString()));
        Assert.Equal("京A01234", (string?)Decode(Encoding.UTF8.GetBytes("京AO1234"), "").Single()["candidate"]);
        Assert.Equal("yard", (string?)Decode(Encoding.UTF8.GetBytes("场内京A12345"), "").Single()["kind"]);
        Assert.False(odd.ContainsKey("candidate"));
    }

    [Theory]
    [InlineData("colour=mauve")]
    [InlineData("plateClass=77")]
    [InlineData("hasPlate=maybe")]
    [InlineData("country=China")]
    public void Decode_BadOption_SaysSo(string options) =>
        Assert.Equal("bad-option", new PlateDecoder().Decode("京A12345"u8.ToArray(), Options(options)).Single().Fault);

    [Fact]
    public void Decode_GbkBytes_AreGuessed()
    {
        var fields = Decode(Convert.FromHexString("C2B3413132333435"), "").Single();
        Assert.Equal(("鲁A12345", """["CHARSET_GUESSED"]"""), ((string?)fields["text"], fields["flags"]!.ToJsonString()));
    }

    [Fact]
    public async Task Decode_StandardInput_GivesALineForEachLineHexOrNot()
    {
        var typed = new Typed
        {
            Decoders = [new PlateDecoder()],
            StandardInput = "京A12345\n\n# 京\r\nE4BAAC413132333435\n京A12345警\n",
        };

        Assert.Equal(0, await typed.RunAsync("decode", "plate"));
        Assert.Equal(
            ["VALID", "NO_PLATE", "INVALID", "VALID", "INVALID"],
            typed.Lines.Select(line => (string?)JsonNode.Parse(line)!["fields"]!["outcome"]));
    }

    private static JsonObject[] Decode(byte[] bytes, string options) =>
        [.. new PlateDecoder().Decode(bytes, Options(options)).Select(frame => frame.Fields!)];

    private static Dictionary<string, string> Options(string options) =>
        options.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('=')).ToDictionary(one => one[0], one => one[1]);
}
