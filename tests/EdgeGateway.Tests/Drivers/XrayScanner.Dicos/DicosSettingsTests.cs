using System.Text.Json;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.XrayScanner.Dicos;
using EdgeGateway.Tests.Drivers.Abstractions.Settings;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Dicos;

public sealed class DicosSettingsTests
{
    private static DriverDescriptor Descriptor => DriverCatalog.All.Single(driver => driver.Name == "xray-dicos");

    [Fact]
    public void Read_Sample_IsRight()
    {
        string sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "XrayScanner.Dicos", "sample.json"));

        var options = Read(sample, out var findings);

        Assert.Empty(findings);
        Assert.Equal(("/srv/xray-1", 11112, "EDGEGATEWAY"), (options.Folder.Path, options.Store!.Listen.Port, options.Store.Title));
        Assert.Equal(["XRAY07"], options.Store.Callers);
        Assert.Equal(64L << 20, options.Folder.MostBytes);
        Assert.Equal("P02.01", options.Rules.Find("a Machete"));
        Assert.Equal("P01", options.Rules.Find("handgun"));
        Assert.False(Descriptor.NeedsInbox(options));
    }

    [Fact]
    public void Read_Least_TakesTheDefaults()
    {
        var options = Read("""{ "folder": "/srv/xray", "storescp": {} }""", out var findings);

        Assert.Empty(findings);
        Assert.Equal((DicosOriginals.OnDemand, true, false), (options.Originals, options.Preview, options.Medical));
        Assert.Equal(new DicosOptions { Folder = new("/srv/xray") }.Folder, options.Folder);
        Assert.Equal(("127.0.0.1:11112", null, 16_384, 8), (options.Store!.Listen.ToString(), options.Store.Title, options.Store.MostPdu, options.Store.Associations));
        Assert.Empty(options.Store.Callers);
    }

    [Theory]
    [InlineData("{}", "folder:missing")]
    [InlineData("{\"folder\": \"xray\"}", "folder:not-a-folder")]
    [InlineData("{\"folder\": \"/x\", \"marker\": \"a/b\"}", "marker:not-a-name")]
    [InlineData("{\"folder\": \"/x\", \"settle\": \"10ms\"}", "settle:out-of-range")]
    [InlineData("{\"folder\": \"/x\", \"patience\": \"10ms\"}", "patience:out-of-range")]
    [InlineData("{\"folder\": \"/x\", \"rescan\": \"2m\"}", "rescan:out-of-range")]
    [InlineData("{\"folder\": \"/x\", \"mostBytes\": \"1KB\"}", "mostBytes:out-of-range")]
    [InlineData("{\"folder\": \"/x\", \"keepFor\": \"1m\"}", "keepFor:out-of-range")]
    [InlineData("{\"folder\": \"/x\", \"keepBytes\": \"1KB\"}", "keepBytes:out-of-range")]
    [InlineData("{\"folder\": \"/x\", \"mostBytes\": \"512MB\", \"storescp\": {\"associations\": 5}}", "mostBytes:too-much-at-once")]
    [InlineData("{\"folder\": \"/x\", \"originals\": \"never\"}", "originals:unknown-choice")]
    [InlineData("{\"folder\": \"/x\", \"categories\": [{\"text\": \"a\"}]}", "categories[0].category:missing")]
    [InlineData("{\"folder\": \"/x\", \"folders\": \"/y\"}", "folders:unknown-key")]
    [InlineData("{\"folder\": \"/x\", \"storescp\": {\"listen\": \"11112\"}}", "storescp.listen:not-an-address")]
    [InlineData("{\"folder\": \"/x\", \"storescp\": {\"aeTitle\": \"A TITLE THAT IS TOO LONG\"}}", "storescp.aeTitle:not-an-ae-title")]
    [InlineData("{\"folder\": \"/x\", \"storescp\": {\"callers\": [\"\"]}}", "storescp.callers:not-an-ae-title")]
    [InlineData("{\"folder\": \"/x\", \"storescp\": {\"from\": [\"scanner\"]}}", "storescp.from:not-an-address")]
    [InlineData("{\"folder\": \"/x\", \"storescp\": {\"classes\": [\"1.2\\\\n\"]}}", "storescp.classes:not-a-uid")]
    [InlineData("{\"folder\": \"/x\", \"storescp\": {\"maxPdu\": 100}}", "storescp.maxPdu:out-of-range")]
    [InlineData("{\"folder\": \"/x\", \"storescp\": {\"idle\": \"1s\"}}", "storescp.idle:out-of-range")]
    [InlineData("{\"folder\": \"/x\", \"storescp\": {\"associations\": 0}}", "storescp.associations:out-of-range")]
    [InlineData("{\"folder\": \"/x\", \"storescp\": {\"port\": 104}}", "storescp.port:unknown-key")]
    public void Read_Mistake_IsNamed(string json, string expected)
    {
        Read(json, out var findings);

        Assert.Equal(expected, string.Join(' ', findings.Select(finding => $"{finding.Path}:{finding.Code}")));
        Assert.All(findings, finding => Assert.NotEqual(finding.Problem.En, finding.Problem.Zh));
    }

    private static DicosOptions Read(string json, out IReadOnlyList<Finding> findings)
    {
        var report = new SettingsReport(new NoSecrets());
        using var document = JsonDocument.Parse(json);
        var reader = new SettingsReader(document.RootElement, string.Empty, report);
        reader.Text("id");
        reader.Text("driver");
        var options = (DicosOptions)Descriptor.ReadOptions(reader);
        reader.Finish();
        findings = report.Findings;
        return options;
    }
}
