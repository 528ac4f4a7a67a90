using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Tests.Protocol.Plates;

/// <summary>plate-camera.md sections 5.6 and 5.7, every row.</summary>
public class PlateGrammarTests
{
    [Theory]
    [InlineData("P01", "京A12345", "CIVIL")]
    [InlineData("P02", "苏A3HK57", "CIVIL")]
    [InlineData("P03", "粤BD12345", "NEV_SMALL")]
    [InlineData("P04", "川A12345F", "NEV_LARGE")]
    [InlineData("P05", "京A0006警", "POLICE")]
    [InlineData("P06", "浙C2314学", "COACH")]
    [InlineData("P07", "鲁Q7253挂", "TRAILER")]
    [InlineData("P08", "粤Z1234港", "HKMO")]
    [InlineData("P09", "224578使", "EMBASSY")]
    [InlineData("P10", "沪A0023领", "CONSULATE")]
    [InlineData("P11", "WJ京1234X", "WJ_LOCAL")]
    [InlineData("P12", "VA12345", "MILITARY")]
    [InlineData("P13", "黑A66888", "CIVIL")]
    [InlineData("P14", "沪B57913", "CIVIL")]
    [InlineData("P15", "皖A4XG29", "CIVIL")]
    [InlineData("P16", "沪ADA1234", "NEV_SMALL")]
    [InlineData("P17", "京X0119应急", "EMERGENCY")]
    [InlineData("P18", "民航AA0125", "AVIATION")]
    [InlineData("P19", "苏A1234试", "TEMP_SUFFIX")]
    [InlineData("P20", "冀A1234超", "TEMP_SUFFIX")]
    [InlineData("P21", "使014578", "EMBASSY_OLD")]
    [InlineData("P22", "WJ12345", "WJ_HQ")]
    [InlineData("P23", "川AA001警", "POLICE")]
    [InlineData("P24", "粤ZK123港", "HKMO")]
    [InlineData("P25", "粤Z0588澳", "HKMO")]
    [InlineData("P26", "京A12345D", "NEV_LARGE")]
    [InlineData("P27", "浙AF00001", "NEV_SMALL")]
    [InlineData("P28", "云AG12345", "NEV_SMALL")]
    [InlineData("P29", "渝A88888K", "NEV_LARGE")]
    [InlineData("P30", "桂C1A2B3", "CIVIL")]
    [InlineData("P31", "琼E00001", "CIVIL")]
    [InlineData("P32", "藏A0001Z", "CIVIL")]
    [InlineData("P33", "宁AZ9Z99", "CIVIL")]
    [InlineData("P34", "新AH0001", "CIVIL")]
    [InlineData("P35", "京0100001", "TRACTOR")]
    [InlineData("P36", "KB20001", "MILITARY")]
    public void Parse_ValidExample_GivesItsClass(string row, string plate, string name)
    {
        var result = PlateParser.Parse(plate, PlateContext.None);
        Assert.Equal((row, PlateOutcome.Valid, name, plate), (row, result.Outcome, result.Class, result.Text));
        Assert.Null(result.PrefixColour);
    }

    [Theory]
    [InlineData("X01", "京I12345")]
    [InlineData("X02", "京A1234")]
    [InlineData("X03", "京A123456")]
    [InlineData("X04", "京AI2345")]
    [InlineData("X05", "京AO2345")]
    [InlineData("X06", "台A12345")]
    [InlineData("X07", "A12345")]
    [InlineData("X08", "京12345")]
    [InlineData("X09", "京A12345挂")]
    [InlineData("X10", "粤Z12345")]
    [InlineData("X11", "粤B1234港")]
    [InlineData("X12", "京AL12345")]
    [InlineData("X13", "京A1234L5")]
    [InlineData("X14", "京AD1234A")]
    [InlineData("X15", "京AD123456")]
    [InlineData("X16", "京ADI2345")]
    [InlineData("X17", "京A12D45F")]
    [InlineData("X18", "沪A领0023")]
    [InlineData("X19", "12345使")]
    [InlineData("X20", "1234567使")]
    [InlineData("X21", "使12345")]
    [InlineData("X22", "使A12345")]
    [InlineData("X23", "WJ京123")]
    [InlineData("X24", "WJ京1234Q")]
    [InlineData("X25", "WJ台1234X")]
    [InlineData("X26", "VA1234")]
    [InlineData("X27", "VA123456")]
    [InlineData("X28", "VI12345")]
    [InlineData("X29", "AA12345")]
    [InlineData("X30", "京A00A1警")]
    [InlineData("X31", "京警A0001")]
    [InlineData("X32", "京A123学")]
    [InlineData("X33", "京AO123学")]
    [InlineData("X34", "浙C2314学学")]
    [InlineData("X35", "京B1234应急车")]
    [InlineData("X36", "京X119应急")]
    public void Parse_InvalidExample_IsInvalidAndKept(string row, string text)
    {
        var result = PlateParser.Parse(text, PlateContext.None);
        Assert.Equal((row, PlateOutcome.Invalid, text), (row, result.Outcome, result.Text));
        Assert.NotNull(result.Reason);
    }
}
