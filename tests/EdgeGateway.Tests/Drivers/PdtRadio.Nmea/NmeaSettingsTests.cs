using System.Text.Json;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.PdtRadio.Nmea;
using EdgeGateway.Protocol.Pdt;
using EdgeGateway.Tests.Drivers.Abstractions.Settings;

namespace EdgeGateway.Tests.Drivers.PdtRadio.Nmea;

public sealed class NmeaSettingsTests
{
    [Fact]
    public void Read_Sample_IsRight()
    {
        string sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "PdtRadio.Nmea", "sample.json"));

        var options = Read(sample, out var findings);

        Assert.Empty(findings);
        Assert.Equal((9_600, 9_011_276L, NumberScheme.National), (options.Line.BaudRate, options.Radio, options.Numbers.Scheme));
        Assert.False(Descriptor.NeedsInbox(options));
    }

    [Fact]
    public void Read_Least_TakesTheDefaults()
    {
        var options = Read("""{ "port": "tcp://192.0.2.40:4001" }""", out var findings);

        Assert.Empty(findings);
        Assert.Equal((null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), true, 9_600), (options.Radio, options.Every, options.Silence, options.ClockWatch, options.Line.BaudRate));
    }

    [Theory]
    [InlineData("{}", "port:missing")]
    [InlineData("{\"port\": \"gps\"}", "port:not-a-port")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"radio\": 0}", "radio:out-of-range")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"radio\": 16777216}", "radio:out-of-range")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"every\": \"50ms\"}", "every:out-of-range")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"every\": 1}", "every:out-of-range")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"silence\": \"1s\"}", "silence:out-of-range")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"clockWatch\": \"yes\"}", "clockWatch:not-true-or-false")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"numberRule\": \"local\"}", "numberRule:unknown-choice")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"speed\": 9600}", "speed:unknown-key")]
    public void Read_Mistake_IsNamed(string json, string expected)
    {
        Read(json, out var findings);

        Assert.Equal(expected, string.Join(' ', findings.Select(finding => $"{finding.Path}:{finding.Code}")));
        Assert.All(findings, finding => Assert.NotEqual(finding.Problem.En, finding.Problem.Zh));
    }

    private static DriverDescriptor Descriptor => DriverCatalog.All.Single(driver => driver.Name == "nmea-gnss");

    private static NmeaOptions Read(string json, out IReadOnlyList<Finding> findings)
    {
        var report = new SettingsReport(new NoSecrets());
        using var document = JsonDocument.Parse(json);
        var reader = new SettingsReader(document.RootElement, string.Empty, report);
        reader.Text("id");
        reader.Text("driver");
        var options = (NmeaOptions)Descriptor.ReadOptions(reader);
        reader.Finish();
        findings = report.Findings;
        return options;
    }
}
