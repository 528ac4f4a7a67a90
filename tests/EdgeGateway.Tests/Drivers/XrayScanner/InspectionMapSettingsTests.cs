using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Tests.Drivers.XrayScanner;

/// <summary>Every mistake of a map in one report, each with its own path.</summary>
public sealed class InspectionMapSettingsTests
{
    [Theory]
    [InlineData("{}", "map.events:missing")]
    [InlineData("{\"events\": []}", "map.events:missing")]
    [InlineData("{\"events\": [{\"tag\": \"T\"}]}", "map.events[0].types:missing")]
    [InlineData("{\"events\": [{\"types\": [\"a b\"], \"tag\": \"T\"}]}", "map.events[0].types:not-a-type")]
    [InlineData("{\"events\": [{\"types\": [\"X\"]}]}", "map.events[0]:nothing-mapped")]
    [InlineData("{\"events\": [{\"types\": [\"X\"], \"tag\": \"a..b\", \"barcodes\": \"c[\"}]}", "map.events[0].tag:not-a-path map.events[0].barcodes:not-a-path")]
    [InlineData("{\"events\": [{\"types\": [\"X\"], \"tag\": [\"a\", \"b\", \"c\", \"d\", \"e\"]}]}", "map.events[0].tag:too-many")]
    [InlineData("{\"events\": [{\"types\": [\"X\"], \"tag\": 7}]}", "map.events[0].tag:not-a-list")]
    [InlineData("{\"events\": [{\"types\": [\"X\"], \"decision\": {\"path\": \"L\", \"values\": {\"0\": \"clea\", \"1\": 2}}}]}", "map.events[0].decision.values.0:unknown-choice map.events[0].decision.values.1:not-a-text")]
    [InlineData("{\"events\": [{\"types\": [\"X\"], \"decision\": {\"values\": {}}}]}", "map.events[0].decision.path:missing")]
    [InlineData("{\"events\": [{\"types\": [\"X\"], \"tag\": \"T\", \"openedFrom\": \"F\"}]}", "map.events[0].openedFrom:contradiction")]
    [InlineData("{\"events\": [{\"types\": [\"X\"], \"objects\": [{\"kode\": \"T\"}]}]}", "map.events[0].objects[0].path:missing map.events[0].objects[0].kode:unknown-key")]
    [InlineData("{\"events\": [{\"types\": [\"X\"], \"objects\": [{\"path\": \"O[]\", \"box\": [\"a\", \"b\"], \"scale\": 0}]}]}", "map.events[0].objects[0].scale:out-of-range map.events[0].objects[0].box:not-a-box")]
    [InlineData("{\"events\": [{\"types\": [\"X\"], \"tag\": \"T\", \"pictures\": {\"role\": \"face\"}}]}", "map.events[0].pictures.role:unknown-choice")]
    [InlineData("{\"events\": [{\"types\": [\"X\"], \"tag\": \"T\"}], \"codes\": {\"1\": \"P13\", \"2\": \"knife\", \"3\": \"P02.01\"}}", "map.codes.1:not-a-category map.codes.2:not-a-category")]
    [InlineData("{\"events\": [{\"types\": [\"X\"], \"tag\": \"T\"}], \"texts\": [{\"category\": \"P01\"}]}", "map.texts[0].part:missing")]
    [InlineData("{\"events\": [{\"types\": [\"X\"], \"tag\": \"T\"}], \"ignore\": [\"\"], \"event\": 1}", "map.ignore:not-a-type map.event:unknown-key")]
    [InlineData("\"nothing\"", "map:not-an-object")]
    public void Read_Mistake_IsNamedWithItsPath(string map, string expected) =>
        Assert.Equal(expected, MapSite.Mistakes("xray-hikvision", $"{{\"host\": \"scanner\", \"map\": {map}}}"));

    [Fact]
    public void Read_WordsThatAreNearlyRight_AreToldTheNearest()
    {
        MapSite.Options("xray-hikvision", "{\"host\": \"s\", \"map\": {\"events\": [{\"types\": [\"X\"], \"barcode\": \"B\", \"decision\": {\"path\": \"L\", \"values\": {\"0\": \"clea\"}}}]}}", out var findings);

        Assert.Equal(["clear", "barcodes"], findings.Select(finding => Nearest(finding)));
    }

    [Fact]
    public void Read_WithoutAMap_IsMissingForHikvisionAndTheNamedDefaultForDahua()
    {
        Assert.Equal("map:missing", MapSite.Mistakes("xray-hikvision", "{\"host\": \"scanner\"}"));
        Assert.Empty(MapSite.Mistakes("xray-dahua", "{\"host\": \"scanner\"}"));
        Assert.Equal("map:unknown-choice", MapSite.Mistakes("xray-dahua", "{\"host\": \"scanner\", \"map\": \"dahua-skd\"}"));
    }

    private static string Nearest(Finding finding) => finding.Right.En.Split('"')[1];
}
