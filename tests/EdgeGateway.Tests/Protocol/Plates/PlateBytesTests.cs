using System.Text;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Tests.Protocol.Plates;

/// <summary>plate-camera.md section 6 and T20.</summary>
public class PlateBytesTests
{
    [Theory]
    [InlineData("C0B6CBD54133484B3537", "蓝苏A3HK57", true)]
    [InlineData("CEDEB3B5C5C6", "无车牌", true)]
    [InlineData("C2B3413132333435", "鲁A12345", true)]
    [InlineData("D4A5413132333435", "豫A12345", true)]
    [InlineData("E4BAAC413132333435", "京A12345", false)]
    [InlineData("413132333435", "A12345", false)]
    [InlineData("C2B3", "³", false)]
    [InlineData("", "", false)]
    public void Read_Bytes_BelievesWhatMakesAPlate(string hex, string text, bool guessed)
    {
        var read = PlateBytes.Read(Convert.FromHexString(hex));
        Assert.Equal((text, guessed), (read.Text, read.Guessed));
    }

    [Fact]
    public void Better_EveryProvinceWhoseGbkIsUtf8_IsFound()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        foreach (char province in "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼")
        {
            byte[] bytes = gbk.GetBytes($"{province}A12345");
            Assert.Equal((province, $"{province}A12345", true), (province, PlateBytes.Read(bytes).Text, PlateBytes.Read(bytes).Guessed));
        }

        Assert.Equal("鲁A12345", PlateBytes.Better("³A12345"));
        Assert.Null(PlateBytes.Better("京A12345"));
        Assert.Null(PlateBytes.Better("ÄÖÜ 123"));
        Assert.Null(PlateBytes.Better("AB12345"));
    }

    [Fact]
    public void Read_CutInsideACharacter_KeepsTheRest()
    {
        byte[] cut = Encoding.UTF8.GetBytes("京A12345警")[..^1];
        Assert.StartsWith("京A12345", PlateBytes.Read(cut).Text, StringComparison.Ordinal);
    }
}
