using System.Text;
using EdgeGateway.Protocol.Viid;
using EdgeGateway.Protocol.Viid.Json;
using EdgeGateway.Protocol.Viid.Objects;

namespace EdgeGateway.Tests.Protocol.Viid.Json;

public class ViidDocumentTests
{
    private static readonly Encoding s_gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    [Fact]
    public void Read_Scalars_AreReadAsTheyCome()
    {
        var root = Parse("""{"a":2,"b":"2","c":"","d":null,"e":true,"f":"1","g":2.0,"h":-1,"i":"x","j":[1],"k":75.99,"l":"false","m":" 7 "}""").Root;

        Assert.Equal([2, 2, null, null, null, 1, 2, -1, null, null, null, null, 7], "abcdefghijklm".Select(name => root[name.ToString()].Int()));
        Assert.Equal([true, true, false, null], new[] { "e", "f", "l", "h" }.Select(name => root[name].Flag()));
        Assert.Equal((75.99, null, "true"), (root["k"].Number(), root["c"].Text, root["e"].Text));
        Assert.False(root["nothing"]["inside"].Exists);
        Assert.True(root["d"].Exists);
    }

    [Theory]
    [InlineData("PLATENO")]
    [InlineData("plateN0")]
    [InlineData("\\u0050lateNo")]
    public void Read_KeyOfAnotherSpelling_IsFound(string key) => Assert.Equal("x", Parse($$"""{"{{key}}":"x"}""").Root["PlateNo"].Text);

    [Fact]
    public void Read_KnownSlips_AreFound()
    {
        var root = Parse("""{"DirvingStatusCode":"0100","DisapperaTime":"1","IsSupicious":"0"}""").Root;

        Assert.Equal(("0100", "1", false), (root["DrivingStatusCode"].Text, root["DisappearTime"].Text, root["IsSuspicious"].Flag()));
    }

    [Fact]
    public void Read_RepeatedKey_TheFirstCounts() => Assert.Equal("1", Parse("""{"a":"1","A":"2"}""").Root["a"].Text);

    [Fact]
    public void Read_ListInsideAText_IsOpened()
    {
        string inner = """{"SubImageInfoObject":[{"Type":"01","Data":"\/9j\/2Q=="}]}""";
        string body = $$"""{"SubImageList":"{{inner.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}}"}""";
        var images = Parse(body).Root["SubImageList"]["SubImageInfoObject"].Objects().ToList();

        Assert.Equal("01", Assert.Single(images)["Type"].Text);
        Assert.True(ViidBase64.TryDecode(images[0]["Data"], out var picture));
        Assert.Equal([0xFF, 0xD8, 0xFF, 0xD9], picture.ToArray());
    }

    [Fact]
    public void Read_TextsNestedInTexts_OpenOnce()
    {
        var root = Parse("""{"a":"{\"b\":\"{\\\"c\\\":1}\"}"}""").Root;

        Assert.Equal("""{"c":1}""", root["a"]["b"].Text);
        Assert.False(root["a"]["b"]["c"].Exists);
    }

    [Theory]
    [InlineData("Content-Length: 12\r\n\r\n{\"a\":1}", true)]
    [InlineData("{\"a\":1}\r\nHTTP/1.1 200 OK", true)]
    [InlineData("\uFEFF {\"a\":1}\r\n\0\0", false)]
    [InlineData("{\"a\":1, // said by somebody\n}", false)]
    public void Read_TextAroundTheObject_IsSkippedAndToldOf(string text, bool malformed)
    {
        var document = Parse(text);

        Assert.Equal((1, malformed), (document.Root["a"].Int(), document.Malformed));
    }

    [Fact]
    public void Read_BareLineEndsInsideBase64_AreBorneAndToldOf()
    {
        var document = Parse("{\"Data\":\"/9j/\r\n2Q==\"}");

        Assert.True(document.Repaired);
        Assert.True(ViidBase64.TryDecode(document.Root["Data"], out var picture));
        Assert.Equal(4, picture.Length);
    }

    [Theory]
    [InlineData("", ViidFaults.NoJson)]
    [InlineData("no object", ViidFaults.NoJson)]
    [InlineData("{\"a\":", ViidFaults.Broken)]
    [InlineData("{\"a\":1", ViidFaults.Broken)]
    [InlineData("{a:1}", ViidFaults.Broken)]
    [InlineData("{\"a\":01}", ViidFaults.Broken)]
    public void Read_NoDocument_NamesTheFault(string text, string expected)
    {
        Assert.Null(ViidDocument.Read(Encoding.UTF8.GetBytes(text), null, out string? fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void Read_TooDeepOrTooMany_IsRefused()
    {
        string deep = string.Concat(Enumerable.Repeat("{\"a\":", 33)) + "1" + new string('}', 33);
        string many = "{\"a\":[" + string.Join(',', Enumerable.Repeat("1", 100_001)) + "]}";

        Assert.Null(ViidDocument.Read(Encoding.UTF8.GetBytes(deep), null, out string? tooDeep));
        Assert.Null(ViidDocument.Read(Encoding.UTF8.GetBytes(many), null, out string? tooMany));
        Assert.Null(ViidDocument.Read(new byte[ViidDocument.Longest + 1], null, out string? tooLong));
        Assert.Equal((ViidFaults.TooLarge, ViidFaults.TooLarge, ViidFaults.TooLarge), (tooDeep, tooMany, tooLong));
    }

    /// <summary>T20 with the key of VIID: declared UTF-8, bytes of GBK.</summary>
    [Theory]
    [InlineData("蓝苏A3HK57", "utf-8", true)]
    [InlineData("无车牌", "utf-8", true)]
    [InlineData("鲁A12345", null, true)]
    [InlineData("豫A12345", "utf8", true)]
    [InlineData("苏A3HK57", "gbk", false)]
    public void Read_GbkBytes_ArePlatesAgain(string plate, string? declared, bool guessed)
    {
        byte[] body = s_gbk.GetBytes($$$"""{"MotorVehicleListObject":{"MotorVehicleObject":[{"PlateNo":"{{{plate}}}"}]}}""");
        var document = ViidDocument.Read(body, declared, out _)!;

        Assert.Equal((plate, guessed), (ViidMotorVehicle.Find(document)[0]["PlateNo"].Text, document.CharsetGuessed));
    }

    [Fact]
    public void Read_DeclaredGbkButUtf8_IsReadAsWhatMakesSense()
    {
        var document = ViidDocument.Read(Encoding.UTF8.GetBytes("""{"PlateNo":"苏A3HK57"}"""), "gb2312", out _)!;

        Assert.Equal(("苏A3HK57", true), (document.Root["PlateNo"].Text, document.CharsetGuessed));
    }

    [Fact]
    public void Read_NameCutInsideACharacter_KeepsThePlate()
    {
        byte[] whole = Encoding.UTF8.GetBytes("""{"Name":"东","PlateNo":"苏A3HK57"}""");
        byte[] cut = [.. whole[..11], .. whole[12..]];
        var document = ViidDocument.Read(cut, "utf-8", out _)!;

        Assert.Equal(("苏A3HK57", true), (document.Root["PlateNo"].Text, document.CharsetGuessed));
    }

    [Fact]
    public void Read_Utf16_IsRead()
    {
        byte[] body = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("""{"PlateNo":"苏A3HK57"}""")];

        Assert.Equal("苏A3HK57", ViidDocument.Read(body, null, out _)!.Root["PlateNo"].Text);
    }

    [Fact]
    public void Read_EightMegabytes_AreNotCopied()
    {
        byte[] picture = new byte[6 * 1024 * 1024];
        new Random(1).NextBytes(picture);
        byte[] body = Encoding.ASCII.GetBytes($$"""{"PlateNo":"x","Data":"{{Convert.ToBase64String(picture)}}"}""");
        ViidDocument.Read(body, null, out _);
        long before = GC.GetAllocatedBytesForCurrentThread();
        var document = ViidDocument.Read(body, "utf-8", out _)!;
        long reading = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(ViidBase64.TryDecode(document.Root["Data"], out var decoded));
        long decoding = GC.GetAllocatedBytesForCurrentThread() - before - reading;

        Assert.Equal(picture, decoded.ToArray());
        Assert.InRange(reading, 0, 64 * 1024);
        Assert.InRange(decoding, picture.Length, picture.Length + 64 * 1024);
        Assert.InRange(document.Root["Data"].Raw.Length, 1000, ViidValue.LongestText);
    }

    [Theory]
    [InlineData("/9j/2Q", true)]
    [InlineData("data:image/jpeg;base64,/9j/2Q==", true)]
    [InlineData("picture_01.jpg", false)]
    [InlineData("http://192.0.2.7/a", false)]
    [InlineData("", false)]
    [InlineData("/9j/2", false)]
    public void TryDecode_Forms_AreToldApart(string text, bool isBase64) =>
        Assert.Equal(isBase64, ViidBase64.TryDecode(Parse($$"""{"Data":"{{text}}"}""").Root["Data"], out _));

    [Fact]
    public void Text_Escapes_AreResolved() =>
        Assert.Equal("苏/\"\t\U0001F697\uFFFD", Parse("""{"a":"\u82cf\/\"\t\ud83d\ude97\ud83d"}""").Root["a"].Text);

    private static ViidDocument Parse(string text)
    {
        var document = ViidDocument.Read(Encoding.UTF8.GetBytes(text), null, out string? fault);
        Assert.Null(fault);
        return document!;
    }
}
