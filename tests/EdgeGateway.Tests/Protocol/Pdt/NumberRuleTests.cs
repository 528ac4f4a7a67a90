using EdgeGateway.Protocol.Pdt;

namespace EdgeGateway.Tests.Protocol.Pdt;

public sealed class NumberRuleTests
{
    private static readonly NumberRule s_national = new() { Scheme = NumberScheme.National };
    private static readonly NumberRule s_zhejiang = new() { Scheme = NumberScheme.Zhejiang };

    /// <summary>A published pair, and those that pdt-radio.md computed from the published formula.</summary>
    [Theory]
    [InlineData("57120275", false, 9_011_276)]
    [InlineData("32820200", false, 1_048_577)]
    [InlineData("32841899", false, 1_063_976)]
    [InlineData("32842200", false, 1_063_977)]
    [InlineData("80689549", false, 16_743_880)]
    [InlineData("32820900", true, 1_048_577)]
    public void National_KnownPair_ConvertsBothWays(string number, bool isGroup, int address)
    {
        Assert.Equal(address, s_national.AddressOf(number, isGroup));
        Assert.Equal(number, s_national.NumberOf(address, isGroup));
    }

    [Theory]
    [InlineData("32720200", false)]
    [InlineData("80720200", false)]
    [InlineData("32819200", false)]
    [InlineData("32820199", false)]
    [InlineData("32820900", false)]
    [InlineData("32842550", false)]
    [InlineData("32890200", false)]
    [InlineData("32820899", true)]
    [InlineData("32819900", true)]
    [InlineData("32890000", true)]
    [InlineData("3282020", false)]
    [InlineData("328202000", false)]
    [InlineData("3282020a", false)]
    [InlineData("３2820200", false)]
    [InlineData("", false)]
    public void National_NumberThatIsNone_DoesNotConvert(string number, bool isGroup) => Assert.Null(s_national.AddressOf(number, isGroup));

    [Theory]
    [InlineData(1_048_576, false)]
    [InlineData(1_048_576, true)]
    [InlineData(1_080_777, false)]
    [InlineData(1_055_577, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(-1, false)]
    [InlineData(16_777_215, false)]
    [InlineData(16_777_216, true)]
    public void National_AddressThatIsNone_DoesNotConvert(long address, bool isGroup) => Assert.Null(s_national.NumberOf(address, isGroup));

    [Theory]
    [InlineData(NumberScheme.National, false, 32_200)]
    [InlineData(NumberScheme.National, true, 7_000)]
    [InlineData(NumberScheme.Zhejiang, false, 29_999 + 2_748)]
    [InlineData(NumberScheme.Zhejiang, true, 0)]
    [InlineData(NumberScheme.None, false, 0)]
    public void NumberOf_EveryAddressOfAnArea_ConvertsBack(NumberScheme scheme, bool isGroup, int count)
    {
        var rule = new NumberRule { Scheme = scheme };
        Assert.Equal([0, count, count, count, 0], new[] { 327, 328, 571, 806, 807 }.Select(area => Convertible(rule, area, isGroup)));
    }

    private static int Convertible(NumberRule rule, int area, bool isGroup)
    {
        int found = 0;
        for (int address = (area - 296) * 0x8000; address < (area - 295) * 0x8000; address++)
        {
            if (rule.NumberOf(address, isGroup) is { } number)
            {
                found++;
                Assert.True(rule.AddressOf(number, isGroup) == address, number);
            }
        }

        return found;
    }

    [Theory]
    [InlineData("33000001", 1_114_113)]
    [InlineData("33029999", 1_144_111)]
    [InlineData("33030020", 1_144_132)]
    [InlineData("33032767", 1_146_879)]
    public void Zhejiang_KnownPair_ConvertsBothWays(string number, int address)
    {
        Assert.Equal(address, s_zhejiang.AddressOf(number, false));
        Assert.Equal(number, s_zhejiang.NumberOf(address, false));
    }

    [Theory]
    [InlineData("33000000")]
    [InlineData("33030000")]
    [InlineData("33030019")]
    [InlineData("33032768")]
    public void Zhejiang_UnitOutside_DoesNotConvert(string number) => Assert.Null(s_zhejiang.AddressOf(number, false));

    [Theory]
    [InlineData(GroupGrade.City, "33090123", 1_048_576 + 65_536 + 7_001 + 123)]
    [InlineData(GroupGrade.City, "33097000", 1_048_576 + 65_536 + 7_000 + 7_001)]
    [InlineData(GroupGrade.Province, "33098999", 1_048_576 + 65_536 + 8_000 + 7_001 + 999)]
    [InlineData(GroupGrade.Ministry, "33099001", 1_048_576 + 65_536 + 9_000 + 7_001 + 1)]
    public void National_GradedGroup_ConvertsOnlyWhereItsAreaHasTheGrade(GroupGrade grade, string number, int address)
    {
        var rule = s_national with { Graded = new HashSet<(int, GroupGrade)> { (330, grade) } };

        Assert.Equal(address, rule.AddressOf(number, true));
        Assert.Equal(number, rule.NumberOf(address, true));
        Assert.Null(s_national.AddressOf(number, true));
        Assert.Null(s_national.NumberOf(address, true));
        Assert.Null(rule.AddressOf("331" + number[3..], true));
        Assert.Null(rule.AddressOf("33091000", true));
    }
}
