using System.Text.Json;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Kiosk;

namespace EdgeGateway.Tests.Drivers.Kiosk;

public sealed class BusinessCatalogueTests
{
    [Fact]
    public void Value_Shipped_HasTheEighteenAndNoMistake()
    {
        var report = new SettingsReport(new NoSecrets());

        Assert.Equal(18, BusinessTable.Read(report).Businesses.Count);
        Assert.Empty(report.Findings);
        Assert.Equal(("hkm.endorse", null), BusinessTable.Value.Find("hkm.endorse"));
    }

    [Theory]
    [InlineData("A-17", "A-17")]
    [InlineData("card.renew2", "card.renew2")]
    [InlineData("11010519491231002X", "***")]
    [InlineData("王小明", "***")]
    [InlineData("138 0013 8000", "***")]
    [InlineData("a1b2c3d4e5f6", "***")]
    public void Find_Unknown_IsOtherAndOnlyACodeIsShown(string said, string raw) => Assert.Equal(("other", raw), BusinessTable.Value.Find(said));

    [Fact]
    public void Read_SiteFile_AddsCodesWithItsNamespaceAndSpellings()
    {
        var catalogue = Read("""{"namespace":"gz","codes":[{"code":"elder-card.issue","en":"Card for the elderly","zh":"老年卡"}],"spellings":{"1003":"gz.elder-card.issue","取证":"doc.pickup"}}""", out string mistakes);

        Assert.Equal(string.Empty, mistakes);
        Assert.Equal(("gz.elder-card.issue", null), catalogue.Find("1003"));
        Assert.Equal(("doc.pickup", null), catalogue.Find("取证"));
        Assert.Equal(("gz.elder-card.issue", null), catalogue.Find("gz.elder-card.issue"));
        Assert.Equal(("other", "elder-card.issue"), catalogue.Find("elder-card.issue"));
    }

    [Fact]
    public void Read_Mistakes_AreAllNamed()
    {
        Read("""
            {"namespace":"hkm","codes":[{"code":"A b"},{"code":"x"},{"code":"x"},{"en":"n"},{"code":"y","zn":"?"}],"spellings":{"":"doc.pickup","1":"doc.pikup"},"code":[]}
            """, out string mistakes);

        Assert.Equal(
            "namespace:not-a-namespace codes[0].code:not-a-code codes[2].code:twice codes[3].code:missing codes[4].zn:unknown-key spellings:not-a-word spellings.1:unknown-code code:unknown-key",
            mistakes);
    }

    private static BusinessCatalogue Read(string text, out string mistakes)
    {
        var report = new SettingsReport(new NoSecrets());
        using var document = JsonDocument.Parse(text);
        var catalogue = BusinessCatalogueSettings.Read(new SettingsReader(document.RootElement, string.Empty, report));
        Assert.All(report.Findings, finding => Assert.NotEqual(finding.Problem.En, finding.Problem.Zh));
        mistakes = string.Join(' ', report.Findings.Select(finding => $"{finding.Path}:{finding.Code}"));
        return catalogue;
    }

    private sealed class NoSecrets : ISecretSource
    {
        public Secret? Resolve(string? file, string? env, string? credential) => null;
    }
}
