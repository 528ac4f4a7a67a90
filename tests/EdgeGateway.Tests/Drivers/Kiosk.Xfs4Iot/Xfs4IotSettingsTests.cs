using System.Text.Json;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Kiosk.Xfs4Iot;
using EdgeGateway.Tests.Drivers.Abstractions.Settings;

namespace EdgeGateway.Tests.Drivers.Kiosk.Xfs4Iot;

public sealed class Xfs4IotSettingsTests
{
    private static DriverDescriptor Descriptor => DriverCatalog.All.Single(driver => driver.Name == "kiosk-xfs4iot");

    [Fact]
    public void Read_Sample_IsRight()
    {
        var options = Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "Kiosk.Xfs4Iot", "sample.json")), out var findings);

        Assert.Empty(findings);
        Assert.Equal(("192.0.2.60", 5846, "localhost"), (options.Host, options.Port, options.HostHeader));
        Assert.Equal(["Lights"], options.Ignore);
    }

    [Fact]
    public void Read_Least_TakesTheDefaults()
    {
        var options = Read("""{ "host": "kiosk-7" }""", out var findings);

        Assert.Empty(findings);
        Assert.Null(options.Port);
        Assert.Null(options.Tls);
        Assert.Equal((60, 300, 75, 90, 2), (options.StatusEvery.TotalSeconds, options.StorageEvery.TotalSeconds, options.Silence.TotalSeconds, options.StatusSilence.TotalSeconds, options.Probe.TotalSeconds));
    }

    [Theory]
    [InlineData("\"host\": \"a b\"", "host", "not-a-host")]
    [InlineData("\"port\": 0", "port", "out-of-range")]
    [InlineData("\"hostHeader\": \"a/b\"", "hostHeader", "not-a-host")]
    [InlineData("\"serviceHosts\": [\"ws://x\"]", "serviceHosts", "not-a-host")]
    [InlineData("\"services\": [\"A\", \"a\"]", "services", "not-services")]
    [InlineData("\"ignore\": [\"\"]", "ignore", "not-services")]
    [InlineData("\"statusEvery\": \"1s\"", "statusEvery", "out-of-range")]
    [InlineData("\"statusEvery\": \"90s\"", "statusSilence", "contradiction")]
    [InlineData("\"storageEvery\": \"1s\"", "storageEvery", "out-of-range")]
    [InlineData("\"silence\": \"1s\"", "silence", "out-of-range")]
    [InlineData("\"probe\": \"1m\"", "probe", "out-of-range")]
    [InlineData("\"backoffMost\": \"1h\"", "backoffMost", "out-of-range")]
    [InlineData("\"every\": \"1s\"", "every", "out-of-range")]
    [InlineData("\"searchEvery\": \"1s\"", "searchEvery", "out-of-range")]
    [InlineData("\"tls\": { \"certificate\": \"missing.pem\" }", "tls", "pair-broken")]
    [InlineData("\"hostheader\": \"x\"", "hostheader", "unknown-key")]
    public void Read_Wrong_IsAFindingInBothLanguages(string wrong, string path, string code)
    {
        string name = wrong.Split('"')[1];
        Read(name == "host" ? $"{{ {wrong} }}" : $"{{ \"host\": \"kiosk-7\", {wrong} }}", out var findings);

        var finding = findings[0];
        Assert.Equal((path, code), (finding.Path, finding.Code));
        Assert.NotEqual(finding.Right.En, finding.Right.Zh);
    }

    [Fact]
    public void Read_WantedAndIgnored_IsAContradiction()
    {
        Read("""{ "host": "k", "services": ["A"], "ignore": ["a"] }""", out var findings);

        Assert.Equal(("services", "contradiction"), (Assert.Single(findings).Path, findings[0].Code));
    }

    private static Xfs4IotOptions Read(string json, out IReadOnlyList<Finding> findings)
    {
        var report = new SettingsReport(new NoSecrets());
        var reader = new SettingsReader(JsonDocument.Parse(json).RootElement, string.Empty, report);
        var options = (Xfs4IotOptions)Descriptor.ReadOptions(reader);
        _ = (reader.Text("id"), reader.Text("driver"));
        reader.Finish();
        findings = report.Findings;
        return options;
    }
}
