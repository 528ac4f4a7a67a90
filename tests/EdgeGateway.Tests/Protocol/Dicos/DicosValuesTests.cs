using EdgeGateway.Protocol.Dicos;

namespace EdgeGateway.Tests.Protocol.Dicos;

public sealed class DicosValuesTests
{
    [Theory]
    [InlineData("US", "ffff0100", new[] { 65535.0, 1 })]
    [InlineData("SS", "ffff0100", new[] { -1.0, 1 })]
    [InlineData("UL", "ffffffff", new[] { 4294967295.0 })]
    [InlineData("SL", "feffffff", new[] { -2.0 })]
    [InlineData("FL", "9a99193fcdcccc3e9a99993e", new[] { 0.6, 0.4, 0.3 })]
    [InlineData("FD", "000000000000e0bf", new[] { -0.5 })]
    [InlineData("IS", "3132205c2d3720", new[] { 12.0, -7 })]
    [InlineData("DS", "312e3565325c20302e3520", new[] { 150.0, 0.5 })]
    [InlineData("DS", "312c35", new double[0])]
    [InlineData("US", "010203", new[] { 513.0 })]
    [InlineData("FL", "0000", new double[0])]
    [InlineData("LO", "3132", new double[0])]
    public void Numbers_EveryKind_AreRead(string vr, string hex, double[] expected) =>
        Assert.Equal(expected, DicosValues.Numbers(Element(vr, Convert.FromHexString(hex))));

    [Fact]
    public void Numbers_ThatAreNone_AreNotWhole()
    {
        var file = DicosReader.Read(DicosBytes.Report(DicosBytes.Explicit(0x40101069, "FL", [0, 0, 0xC0, 0x7F]))).File!;

        Assert.Equal(double.NaN, file.Data.Number(DicosTags.ProcessingTime));
        Assert.Null(file.Data.Whole(DicosTags.ProcessingTime));
    }

    [Theory]
    [InlineData("LO", "20415c42205c", new[] { "A", "B", "" })]
    [InlineData("LT", "20415c42200a20", new[] { " A\\B \n" })]
    [InlineData("UI", "312e3200", new[] { "1.2" })]
    [InlineData("CS", "c3a9", new[] { "\uFFFD\uFFFD" })]
    [InlineData("LO", "c3a9", new[] { "é" })]
    [InlineData("OB", "4142", new string[0])]
    [InlineData("LO", "", new string[0])]
    public void Texts_EveryKind_AreRead(string vr, string hex, string[] expected) =>
        Assert.Equal(expected, DicosValues.Texts(Element(vr, Convert.FromHexString(hex)), DicosCharset.Of("ISO_IR 192")!));

    /// <summary>0x815C is one character of GBK; its second byte is no backslash.</summary>
    [Fact]
    public void Texts_BackslashInsideACharacter_IsNoSeparator() =>
        Assert.Equal(["乗a", "b"], DicosValues.Texts(Element("LO", [0x81, 0x5C, (byte)'a', (byte)'\\', (byte)'b']), DicosCharset.Of("GBK")!));

    [Theory]
    [InlineData(null, "us-ascii")]
    [InlineData("ISO_IR 6", "us-ascii")]
    [InlineData("ISO_IR 192", "utf-8")]
    [InlineData("iso_ir 192 ", "utf-8")]
    [InlineData("GB18030", "gb18030")]
    [InlineData("GBK", "gb18030")]
    [InlineData("ISO_IR 13", null)]
    [InlineData("\\ISO 2022 IR 58", null)]
    public void Of_Charset_IsOneOfTheList(string? name, string? expected) => Assert.Equal(expected, DicosCharset.Of(name)?.WebName.ToLowerInvariant());

    [Fact]
    public void Charset_OfAnItem_IsItsOwnOrTheOneAround()
    {
        byte[] gb = [0xB5, 0xB6];
        byte[] plain = DicosBytes.Item(DicosBytes.Explicit(0x40101013, "LT", gb));
        byte[] own = DicosBytes.Item([.. DicosBytes.Explicit(0x00080005, "CS", DicosBytes.Text("ISO_IR 192")), .. DicosBytes.Explicit(0x40101013, "LT", "刀"u8.ToArray())]);
        byte[] file =
        [
            .. "DICM"u8, .. DicosBytes.Explicit(0x00020010, "UI", DicosBytes.Text("1.2.840.10008.1.2.1")), .. DicosBytes.Explicit(0x00080005, "CS", DicosBytes.Text("GB18030")),
            .. DicosBytes.Explicit(0x40101038, "SQ", [.. plain, .. own]),
        ];

        var items = DicosReader.Read(file).File!.Data.Items(DicosTags.Assessments);

        Assert.Equal(["刀", "刀"], items.Select(item => item.Text(DicosTags.CategoryDescription)));
    }

    private static DicosElement Element(string vr, byte[] value) => new(new DicosTag(0x00091001), DicosVrs.Read((byte)vr[0], (byte)vr[1]), 0, value.Length, value);
}
