using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Tests.Protocol.Plates;

/// <summary>plate-camera.md sections 5.3, 5.4 and 5.8.</summary>
public class PlateNormalisationTests
{
    [Theory]
    [InlineData("N01", "蓝苏A3HK57", "CIVIL", "苏A3HK57", 5)]
    [InlineData("N02", "黑A66888", "CIVIL", "黑A66888", null)]
    [InlineData("N03", "黑黑A66888", "CIVIL", "黑A66888", 1)]
    [InlineData("N04", "京A·A2088", "CIVIL", "京AA2088", null)]
    [InlineData("N05", "京Ａ１２３４５", "CIVIL", "京A12345", null)]
    [InlineData("N06", "川a12345f", "NEV_LARGE", "川A12345F", null)]
    [InlineData("N14", "WJ京·1234X", "WJ_LOCAL", "WJ京1234X", null)]
    [InlineData("whole first", "黑HA12345", "NEV_SMALL", "黑HA12345", null)]
    [InlineData("pair", "黄绿川A12345F", "NEV_LARGE", "川A12345F", 9)]
    [InlineData("hyphen in print", "京A-12345", "CIVIL", "京A12345", null)]
    [InlineData("embassy", "224·578使", "EMBASSY", "224578使", null)]
    [InlineData("aviation", "民航A-A0125", "AVIATION", "民航AA0125", null)]
    [InlineData("cyrillic", "京АВ1234", "CIVIL", "京AB1234", null)]
    [InlineData("blanks", " 蓝 苏A\u200B3HK57\uFEFF", "CIVIL", "苏A3HK57", 5)]
    public void Parse_WrittenOtherwise_IsValid(string row, string raw, string name, string text, int? colour)
    {
        var result = PlateParser.Parse(raw, PlateContext.None);
        Assert.Equal((row, PlateOutcome.Valid, name, text, colour), (row, result.Outcome, result.Class, result.Text, result.PrefixColour));
    }

    [Fact]
    public void Parse_TrailerWithoutSuffix_RestoresIt()
    {
        var result = PlateParser.Parse("苏B1234", new PlateContext { PlateClass = "15" });
        Assert.Equal((PlateOutcome.Valid, "TRAILER", "苏B1234挂"), (result.Outcome, result.Class, result.Text));
        Assert.Equal(["SUFFIX_RESTORED"], result.Flags);
        Assert.Equal(PlateOutcome.Invalid, PlateParser.Parse("苏B1234", PlateContext.None).Outcome);
    }

    [Theory]
    [InlineData("京AO1234", "京A01234")]
    [InlineData("京AI2345", "京A12345")]
    [InlineData("蓝京AO1234", "京A01234")]
    [InlineData("O24578使", "024578使")]
    [InlineData("使O14578", "使014578")]
    [InlineData("京O100001", "京0100001")]
    [InlineData("京AOO01警", "京A0001警")]
    [InlineData("京OI2345", "京O12345")]
    public void Parse_LetterOOrI_KeepsTextAndOffersCandidate(string raw, string candidate)
    {
        var result = PlateParser.Parse(raw, PlateContext.None);
        Assert.Equal((PlateOutcome.Invalid, raw, candidate, "letter I or O"), (result.Outcome, result.Text, result.Candidate, result.Reason));
        Assert.Equal(["OCR_IO"], result.Flags);
    }

    [Theory]
    [InlineData("苏A3-K57", "苏A3?K57")]
    [InlineData("苏A?HK57", "苏A?HK57")]
    [InlineData("苏A＊HK57", "苏A?HK57")]
    [InlineData("苏A-HK57", "苏A?HK57")]
    [InlineData("蓝苏A3_K57", "苏A3?K57")]
    [InlineData("苏A·3-K57", "苏A3?K57")]
    [InlineData("京A--12345", "京A?12345")]
    [InlineData("京A·-12345", "京A?12345")]
    [InlineData("黑黑A6?888", "黑A6?888")]
    [InlineData("黑A6?888", "黑A6?888")]
    [InlineData("京A-1234", "京A?1234")]
    public void Parse_UnreadCharacters_GivesMask(string raw, string mask)
    {
        var result = PlateParser.Parse(raw, PlateContext.None);
        Assert.Equal((PlateOutcome.Partial, mask), (result.Outcome, result.Text));
    }

    [Theory]
    [InlineData("noPlate", null, PlateOutcome.NoPlate)]
    [InlineData("unknown", null, PlateOutcome.Unread)]
    [InlineData("无车牌", true, PlateOutcome.Unread)]
    [InlineData("无车牌", false, PlateOutcome.NoPlate)]
    [InlineData("无车牌", null, PlateOutcome.NoPlate)]
    [InlineData("-", null, PlateOutcome.NoPlate)]
    [InlineData("--", null, PlateOutcome.NoPlate)]
    [InlineData("Unlicensed", null, PlateOutcome.NoPlate)]
    [InlineData("UNRECOGNIZED", null, PlateOutcome.Unread)]
    [InlineData("默A00000", null, PlateOutcome.NoPlate)]
    [InlineData("无牌车", null, PlateOutcome.NoPlate)]
    [InlineData("未识别", null, PlateOutcome.Unread)]
    [InlineData("车牌", null, PlateOutcome.Unread)]
    [InlineData("  ", true, PlateOutcome.Unread)]
    [InlineData(null, null, PlateOutcome.NoPlate)]
    [InlineData("???????", null, PlateOutcome.Unread)]
    public void Parse_Sentinel_HasNoText(string? raw, bool? hasPlate, PlateOutcome outcome)
    {
        var result = PlateParser.Parse(raw, new PlateContext { HasPlate = hasPlate });
        Assert.Equal((outcome, null), (result.Outcome, result.Text));
    }

    [Theory]
    [InlineData("场内京A12345", "yard")]
    [InlineData("连港0123", "port")]
    [InlineData("临时入境A123", "temporary-entry")]
    [InlineData("南京临时0123", "paper")]
    public void Parse_NotARoadPlate_IsOther(string raw, string kind)
    {
        var result = PlateParser.Parse(raw, PlateContext.None);
        Assert.Equal((PlateOutcome.Other, "OTHER", kind, raw), (result.Outcome, result.Class, result.OtherKind, result.Text));
    }

    [Fact]
    public void Parse_ForeignCountry_IsNotReadAsMilitary()
    {
        Assert.Equal("MILITARY", PlateParser.Parse("KB20001", PlateContext.None).Class);
        var result = PlateParser.Parse("KB20001", new PlateContext { Foreign = true });
        Assert.Equal((PlateOutcome.Invalid, "not Chinese", "KB20001"), (result.Outcome, result.Reason, result.Text));
    }

    [Fact]
    public void Parse_OldGovernmentPrefix_IsFlagged()
    {
        var result = PlateParser.Parse("京O12345", PlateContext.None);
        Assert.Equal(PlateOutcome.Valid, result.Outcome);
        Assert.Equal(["LEGACY_O"], result.Flags);
    }

    [Fact]
    public void Parse_EndlessText_IsInvalidAndCut()
    {
        var result = PlateParser.Parse(new string('京', 100_000), PlateContext.None);
        Assert.Equal((PlateOutcome.Invalid, 64), (result.Outcome, result.Text!.Length));
    }

    [Theory]
    [InlineData("苏A3HK57", 5, "02")]
    [InlineData("苏A3HK57", 6, "01")]
    [InlineData("苏A3HK57", 1, "06")]
    [InlineData("苏A3HK57", 2, "23")]
    [InlineData("苏A3HK57", null, null)]
    [InlineData("粤BD12345", 5, "52")]
    [InlineData("川A12345F", 9, "51")]
    [InlineData("粤Z1234港", 1, "26")]
    [InlineData("粤Z0588澳", 1, "27")]
    [InlineData("VA12345", 2, "32")]
    [InlineData("WJ京1234X", 2, "31")]
    [InlineData("224578使", 1, "03")]
    [InlineData("沪A0023领", 1, "04")]
    [InlineData("浙C2314学", 6, "16")]
    [InlineData("鲁Q7253挂", 6, "15")]
    [InlineData("not one", 6, null)]
    public void ClassOf_TextAndColour_GivesGaClass(string plate, int? colour, string? expected) =>
        Assert.Equal(expected, PlateClasses.Of(PlateParser.Parse(plate, PlateContext.None), colour));

    [Fact]
    public void Colours_OtherSystems_GiveViidCodes()
    {
        Assert.Equal([2, 6, 5, 1, 9, 99, 99, 99], new[] { 0, 1, 2, 3, 4, 5, 9, -1 }.Select(PlateColours.FromGa));
        Assert.Equal([2, 3, 6, 12, 4, 10, 9, 5, 8, 1, 99, 99], "ABCDEFGHIJZK".Select(letter => PlateColours.BodyFromGa(letter.ToString())!.Value));
        Assert.Null(PlateColours.BodyFromGa("L"));
    }

    [Theory]
    [InlineData("京A12345", 5, "")]
    [InlineData("粤BD12345", 5, "COLOUR_CONFLICT")]
    [InlineData("粤BD12345", 9, "")]
    [InlineData("粤BD12345", 99, "")]
    [InlineData("蓝粤BD12345", 9, "COLOUR_CONFLICT")]
    [InlineData("VA12345", 5, "COLOUR_CONFLICT")]
    [InlineData("苏A1234试", 5, "")]
    [InlineData("京A12ABC", 5, "MANY_LETTERS")]
    [InlineData("京A12AB3", 5, "")]
    [InlineData("京A00000", 5, "ZERO_SERIAL")]
    [InlineData("琼Z12345", 5, "ISSUER_UNUSED")]
    [InlineData("京O12345", 5, "")]
    [InlineData("京A123", 9, "")]
    public void Doubts_OddPlate_LowerTrustAndNothingElse(string raw, int colour, string doubts)
    {
        var plate = PlateParser.Parse(raw, PlateContext.None);
        Assert.Equal(doubts, string.Join(',', plate.ToInfo(raw, colour).Doubts ?? []));
        Assert.Equal(plate.OutcomeWord, plate.ToInfo(raw, colour).Outcome);
    }

    [Theory]
    [InlineData("02", "02")]
    [InlineData("2", "02")]
    [InlineData("99", "99")]
    [InlineData("0", null)]
    [InlineData("28", null)]
    [InlineData("002", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void PlateClassOfTheWire_OnlyListedOnes_AreRead(string? code, string? expected) => Assert.Equal(expected, PlateClasses.Read(code));
}
