using System.Text.Json;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.PdtRadio.TetraPei;

namespace EdgeGateway.Tests.Drivers.PdtRadio.TetraPei;

public sealed class TetraPeiSettingsTests
{
    [Fact]
    public void Read_Sample_IsRight()
    {
        string sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "PdtRadio.TetraPei", "sample.json"));

        var options = Read(sample, out var findings);

        Assert.Empty(findings);
        Assert.Equal((38_400, true, TimeSpan.FromSeconds(60)), (options.Line.BaudRate, options.Line.HardwareFlow, options.SignalEvery));
        Assert.Equal(new StatusLabel("needs help", true), options.StatusLabels[32999]);
        Assert.False(options.StatusLabels[32772].Emergency);
        Assert.Equal(["radio.send-text"], Descriptor.Commands);
        Assert.False(Descriptor.NeedsInbox(options));
    }

    [Fact]
    public void Read_Least_TakesTheDefaults()
    {
        var options = Read("{\"port\": \"tcp://192.0.2.9:4001\"}", out var findings);

        Assert.Empty(findings);
        Assert.Equal((38_400, false, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), true), (options.Line.BaudRate, options.Line.HardwareFlow, options.AnswerTimeout, options.ReportWithin, options.Reports));
        Assert.Empty(options.StatusLabels);
    }

    [Theory]
    [InlineData("{}", "port:missing")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"answerTimeout\": \"31s\"}", "answerTimeout:out-of-range")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"signalEvery\": \"10ms\"}", "signalEvery:out-of-range")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"reportWithin\": \"6m\"}", "reportWithin:out-of-range")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"reports\": \"yes\"}", "reports:not-true-or-false")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"statusLabels\": {}}", "statusLabels:not-a-list")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"statusLabels\": [{\"label\": \"x\"}]}", "statusLabels[0].code:missing")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"statusLabels\": [{\"code\": 65536, \"label\": \"x\"}]}", "statusLabels[0].code:out-of-range")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"statusLabels\": [{\"code\": 1}]}", "statusLabels[0].label:missing")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"statusLabels\": [{\"code\": 1, \"label\": \"x\"}, {\"code\": 1, \"label\": \"y\"}]}", "statusLabels[1].code:twice")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"statusLabels\": [{\"code\": 1, \"label\": \"x\", \"emergncy\": true}]}", "statusLabels[0].emergncy:unknown-key")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"init\": \"ATZ\"}", "init:unknown-key")]
    public void Read_Mistake_IsNamed(string json, string expected)
    {
        Read(json, out var findings);

        Assert.Equal(expected, string.Join(' ', findings.Select(finding => $"{finding.Path}:{finding.Code}")));
        Assert.All(findings, finding => Assert.NotEqual(finding.Problem.En, finding.Problem.Zh));
    }

    private static DriverDescriptor Descriptor => DriverCatalog.All.Single(driver => driver.Name == "tetra-pei");

    private static TetraPeiOptions Read(string json, out IReadOnlyList<Finding> findings)
    {
        var report = new SettingsReport(new NoSecrets());
        using var document = JsonDocument.Parse(json);
        var reader = new SettingsReader(document.RootElement, string.Empty, report);
        reader.Text("id");
        reader.Text("driver");
        reader.Texts("commands");
        var options = (TetraPeiOptions)Descriptor.ReadOptions(reader);
        reader.Finish();
        findings = report.Findings;
        return options;
    }

    private sealed class NoSecrets : ISecretSource
    {
        public Secret? Resolve(string? file, string? env, string? credential) => null;
    }
}
