using System.Text;
using EdgeGateway.Protocol.Text;

namespace EdgeGateway.Tests.Protocol.Text;

/// <summary>plate-camera.md section 6, order of the charset decision.</summary>
public class CharsetsTests
{
    private const string Gbk = "CBD541";
    private const string Utf8 = "E88B8F41";

    [Theory]
    [InlineData("EFBBBF" + Utf8, null, "utf-8", false)]
    [InlineData("FFFECF824100", null, "utf-16le", false)]
    [InlineData("FEFF82CF0041", null, "utf-16be", false)]
    [InlineData(Utf8, "utf8", "utf-8", false)]
    [InlineData(Utf8, null, "utf-8", false)]
    [InlineData(Gbk, "GB2312", "gb18030", false)]
    [InlineData(Gbk, "UTF-8", "gb18030", true)]
    [InlineData(Gbk, null, "gb18030", true)]
    [InlineData(Gbk, "no-such-set", "gb18030", true)]
    [InlineData("EFBBBF" + Gbk, null, "gb18030", true)]
    public void Decode_Bytes_GivesTextAndDoubt(string hex, string? parameter, string charset, bool guessed)
    {
        var text = Charsets.Decode(Convert.FromHexString(hex), parameter);
        Assert.Equal(("苏A", guessed), (text.Text, text.Guessed));
        Assert.Equal(charset, text.Charset, ignoreCase: true);
    }

    [Fact]
    public void Decode_XmlDeclaration_IsBelievedBeforeUtf8()
    {
        byte[] bytes = [.. "<?xml version='1.0' encoding='GBK'?><a>"u8, 0xC2, 0xB3, .. "</a>"u8];
        var text = Charsets.Decode(bytes, null);
        Assert.EndsWith("<a>鲁</a>", text.Text, StringComparison.Ordinal);
        Assert.False(text.Guessed);
        Assert.EndsWith("<a>³</a>", Charsets.Decode(bytes, "utf-8").Text, StringComparison.Ordinal);
        Assert.Equal("³", Encoding.UTF8.GetString([0xC2, 0xB3]));
    }
}
