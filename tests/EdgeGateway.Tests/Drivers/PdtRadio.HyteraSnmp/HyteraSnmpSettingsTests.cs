using System.Text.Json;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.PdtRadio.HyteraSnmp;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Tests.Drivers.PdtRadio.HyteraSnmp;

public sealed class HyteraSnmpSettingsTests
{
    [Fact]
    public void Read_Sample_IsRight()
    {
        string sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "PdtRadio.HyteraSnmp", "sample.json"));

        var options = Read(sample, out var findings);

        Assert.Empty(findings);
        Assert.Equal(("192.0.2.40", 161, "hytera"), (options.Host, options.Port, options.Community!.Reveal()));
        Assert.Equal((TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(2)), (options.Every, options.Timeout));
        Assert.Equal(["forwardPower", "reflectedPower"], options.LeaveOut);
        Assert.False(Descriptor.NeedsInbox(options));
        Assert.Empty(Descriptor.Commands);
    }

    [Fact]
    public void Read_Least_TakesTheDefaults()
    {
        var options = Read("{\"host\": \"rep.local\"}", out var findings);

        Assert.Empty(findings);
        Assert.Equal((161, null, TimeSpan.FromSeconds(60)), (options.Port, options.Community, options.Every));
        Assert.Empty(options.LeaveOut);
    }

    [Theory]
    [InlineData("{}", "host:missing")]
    [InlineData("{\"host\": \"udp://rep\"}", "host:not-a-host")]
    [InlineData("{\"host\": \"rep\", \"port\": 65536}", "port:out-of-range")]
    [InlineData("{\"host\": \"rep\", \"every\": \"999ms\"}", "every:out-of-range")]
    [InlineData("{\"host\": \"rep\", \"every\": \"61m\"}", "every:out-of-range")]
    [InlineData("{\"host\": \"rep\", \"timeout\": \"100ms\"}", "timeout:out-of-range")]
    [InlineData("{\"host\": \"rep\", \"community\": \"public\"}", "community:secret-in-file")]
    [InlineData("{\"host\": \"rep\", \"community\": {\"env\": \"BLANK\"}}", "community:not-a-community")]
    [InlineData("{\"host\": \"rep\", \"leaveOut\": [\"vswer\"]}", "leaveOut:unknown-metric")]
    [InlineData("{\"host\": \"rep\", \"leaveOut\": \"vswr\"}", "leaveOut:not-a-list")]
    [InlineData("{\"host\": \"rep\", \"comunity\": 1}", "comunity:unknown-key")]
    public void Read_Mistake_IsNamed(string json, string expected)
    {
        Read(json, out var findings);

        Assert.Equal(expected, string.Join(' ', findings.Select(finding => $"{finding.Path}:{finding.Code}")));
        Assert.All(findings, finding => Assert.NotEqual(finding.Problem.En, finding.Problem.Zh));
    }

    [Fact]
    public void Read_EverythingLeftOut_IsAContradiction()
    {
        string all = string.Join(',', RepeaterMib.Objects.Select(one => $"\"{one.Metric}\""));

        Read($"{{\"host\": \"rep\", \"leaveOut\": [{all}]}}", out var findings);

        Assert.Equal("contradiction", Assert.Single(findings).Code);
    }

    private static DriverDescriptor Descriptor => DriverCatalog.All.Single(driver => driver.Name == "hytera-snmp");

    private static HyteraSnmpOptions Read(string json, out IReadOnlyList<Finding> findings)
    {
        var report = new SettingsReport(new Secrets());
        using var document = JsonDocument.Parse(json);
        var reader = new SettingsReader(document.RootElement, string.Empty, report);
        reader.Text("id");
        reader.Text("driver");
        var options = (HyteraSnmpOptions)Descriptor.ReadOptions(reader);
        reader.Finish();
        findings = report.Findings;
        return options;
    }

    private sealed class Secrets : ISecretSource
    {
        public Secret? Resolve(string? file, string? env, string? credential) => new(env == "BLANK" ? "a b" : "hytera");
    }
}
