using System.Text.Json;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.PdtRadio;
using EdgeGateway.Protocol.Pdt;
using EdgeGateway.Tests.Drivers.Abstractions.Settings;

namespace EdgeGateway.Tests.Drivers.PdtRadio;

public sealed class RadioSiteSettingsTests
{
    [Fact]
    public void Read_Nothing_ConvertsNothing()
    {
        var options = Read("{}", out var findings);

        Assert.Empty(findings);
        Assert.Equal((NumberScheme.None, null, null), (options.Numbers.Scheme, options.Network, options.LabelOf(1)));
    }

    [Fact]
    public void Read_Everything_IsTaken()
    {
        var options = Read(
            """
            {"numberRule": "national", "gradedGroups": [{"prefix": 330, "grade": "city"}, {"prefix": 330, "grade": "province"}],
             "statusLabels": [{"code": 32772, "label": "on scene"}, {"code": 1, "label": "出动"}], "network": "north-1"}
            """,
            out var findings);

        Assert.Empty(findings);
        Assert.Equal((NumberScheme.National, 2, "north-1"), (options.Numbers.Scheme, options.Numbers.Graded.Count, options.Network));
        Assert.Equal(("on scene", "出动", null), (options.LabelOf(32_772), options.LabelOf(1), options.LabelOf(2)));
    }

    [Theory]
    [InlineData("""{"numberRule": "bejing"}""", "numberRule:unknown-choice")]
    [InlineData("""{"gradedGroups": [{"prefix": 330, "grade": "city"}]}""", "gradedGroups:no-meaning")]
    [InlineData("""{"numberRule": "national", "gradedGroups": [{"prefix": 327, "grade": "city"}]}""", "gradedGroups[0].prefix:out-of-range")]
    [InlineData("""{"numberRule": "national", "gradedGroups": [{"grade": "town"}]}""", "gradedGroups[0].prefix:missing gradedGroups[0].grade:unknown-choice")]
    [InlineData("""{"numberRule": "national", "gradedGroups": [{"prefix": 330, "level": 1}]}""", "gradedGroups[0].level:unknown-key")]
    [InlineData("""{"statusLabels": [{"label": "x"}]}""", "statusLabels[0].code:missing")]
    [InlineData("""{"statusLabels": [{"code": 1}]}""", "statusLabels[0].label:missing")]
    [InlineData("""{"statusLabels": [{"code": 65536, "label": "x"}]}""", "statusLabels[0].code:out-of-range")]
    [InlineData("""{"statusLabels": [{"code": 1, "label": "x"}, {"code": 1, "label": "y"}]}""", "statusLabels[1].code:twice")]
    [InlineData("""{"statusLabels": {"1": "x"}}""", "statusLabels:not-a-list")]
    [InlineData("""{"network": "a b"}""", "network:not-a-name")]
    [InlineData("""{"network": ""}""", "network:not-a-name")]
    public void Read_Mistake_IsFound(string json, string wanted)
    {
        Read(json, out var findings);

        Assert.Equal(wanted, string.Join(' ', findings.Select(finding => $"{finding.Path}:{finding.Code}")));
    }

    [Fact]
    public void Read_TooMuch_IsFound()
    {
        string label = new('x', 65);
        string many = string.Join(',', Enumerable.Range(0, 1025).Select(code => $"{{\"code\": {code}, \"label\": \"x\"}}"));

        Read($"{{\"statusLabels\": [{{\"code\": 1, \"label\": \"{label}\"}}]}}", out var findings);
        Assert.Equal("too-long", Assert.Single(findings).Code);
        Read($"{{\"statusLabels\": [{many}]}}", out findings);
        Assert.Equal("too-many", Assert.Single(findings).Code);
    }

    private static RadioSiteOptions Read(string json, out IReadOnlyList<Finding> findings)
    {
        var report = new SettingsReport(new NoSecrets());
        var reader = new SettingsReader(JsonDocument.Parse(json).RootElement, string.Empty, report);
        var options = RadioSiteSettings.Read(reader);
        reader.Finish();
        findings = report.Findings;
        return options;
    }
}
