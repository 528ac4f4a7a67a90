using System.Text.Json;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.PlateCamera.Dahua;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Dahua;

public sealed class DahuaSettingsTests
{
    private const string Password = "\"password\": {\"env\": \"PASSWORD\"}";

    [Fact]
    public void Read_Sample_IsRight()
    {
        string sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "PlateCamera.Dahua", "sample.json"));

        var options = Read(sample, out var findings);

        Assert.Empty(findings);
        Assert.Equal(("192.0.2.30", 80, "gateway", 0, true), (options.Peer.Host, options.Peer.Port, options.Peer.User, options.LaneBase, options.Backfill));
        Assert.Equal((TimeSpan.FromSeconds(5), "TrafficJunction"), (options.Heartbeat, options.Codes.Single()));
        Assert.Equal("34020000001210000001", options.Checkpoint);
        Assert.False(Descriptor.NeedsInbox(options));
    }

    [Fact]
    public void Read_Least_TakesTheDefaults()
    {
        var options = Read("{\"host\": \"cam.local\"}", out var findings);

        Assert.Empty(findings);
        Assert.Equal(DahuaMode.Snap, options.Mode);
        Assert.Equal((80, false, 9), (options.Peer.Port, options.Peer.Https, options.Heading));
        Assert.Null(options.Peer.User);
    }

    [Fact]
    public void Read_Https_MovesThePort()
    {
        string pin = string.Join(':', Enumerable.Repeat("aB", 32));

        var options = Read($"{{\"host\": \"cam\", \"https\": true, \"certificateSha256\": \"{pin}\"}}", out var findings);

        Assert.Empty(findings);
        Assert.Equal((443, pin), (options.Peer.Port, options.Peer.CertificateSha256));
    }

    [Fact]
    public void Read_Push_NeedsOnlyAToken()
    {
        var options = Read("{\"mode\": \"push\", \"token\": {\"env\": \"LONG\"}}", out var findings);

        Assert.Empty(findings);
        Assert.Equal("long-enough-1", options.Token!.Reveal());
        Assert.True(Descriptor.NeedsInbox(options));
    }

    [Theory]
    [InlineData("{}", "host:missing")]
    [InlineData("{\"host\": \"http://cam\"}", "host:contradiction")]
    [InlineData("{\"host\": \"cam\", \"port\": 0}", "port:out-of-range")]
    [InlineData("{\"host\": \"cam\", \"port\": \"80\"}", "port:out-of-range")]
    [InlineData("{\"host\": \"cam\", \"heartbeat\": \"61s\"}", "heartbeat:out-of-range")]
    [InlineData("{\"host\": \"cam\", \"heartbeat\": \"1500ms\"}", "heartbeat:contradiction")]
    [InlineData("{\"host\": \"cam\", \"channel\": 0}", "channel:contradiction")]
    [InlineData("{\"host\": \"cam\", \"codes\": []}", "codes:contradiction")]
    [InlineData("{\"host\": \"cam\", \"codes\": [\"A&B\"]}", "codes:contradiction")]
    [InlineData("{\"host\": \"cam\", \"laneBase\": 2}", "laneBase:out-of-range")]
    [InlineData("{\"host\": \"cam\", \"confidence\": \"0-99\"}", "confidence:unknown-choice")]
    [InlineData("{\"host\": \"cam\", \"heading\": 10}", "heading:out-of-range")]
    [InlineData("{\"host\": \"cam\", \"checkpoint\": \"123\"}", "checkpoint:not-a-checkpoint")]
    [InlineData("{\"host\": \"cam\", \"certificateSha256\": \"ab\"}", "certificateSha256:not-a-sha256 certificateSha256:contradiction")]
    [InlineData("{\"host\": \"cam\", \"user\": \"a\"}", "password:contradiction")]
    [InlineData("{\"host\": \"cam\", " + Password + "}", "user:contradiction")]
    [InlineData("{\"host\": \"cam\", \"user\": \"a:b\", " + Password + "}", "user:not-a-user")]
    [InlineData("{\"host\": \"cam\", \"user\": \"a\", \"password\": \"plain\"}", "password:secret-in-file")]
    [InlineData("{\"host\": \"cam\", \"token\": {\"env\": \"LONG\"}}", "token:contradiction")]
    [InlineData("{\"host\": \"cam\", \"mode\": \"snp\"}", "mode:unknown-choice")]
    [InlineData("{\"host\": \"cam\", \"pasword\": 1}", "pasword:unknown-key")]
    [InlineData("{\"mode\": \"push\"}", "token:contradiction")]
    [InlineData("{\"mode\": \"push\", \"token\": {\"env\": \"SHORT\"}}", "token:contradiction")]
    [InlineData("{\"mode\": \"push\", \"token\": {\"env\": \"SLASH\"}}", "token:contradiction")]
    [InlineData("{\"mode\": \"push\", \"token\": {\"env\": \"LONG\"}, \"host\": \"cam\", \"backfill\": true}", "host:contradiction backfill:contradiction")]
    public void Read_Mistake_IsNamed(string json, string expected)
    {
        Read(json, out var findings);

        Assert.Equal(expected, string.Join(' ', findings.Select(finding => $"{finding.Path}:{finding.Code}")));
        Assert.All(findings, finding => Assert.NotEqual(finding.Problem.En, finding.Problem.Zh));
    }

    private static DriverDescriptor Descriptor => DriverCatalog.All.Single(driver => driver.Name == "dahua-anpr");

    private static DahuaOptions Read(string json, out IReadOnlyList<Finding> findings)
    {
        var report = new SettingsReport(new Secrets());
        using var document = JsonDocument.Parse(json);
        var reader = new SettingsReader(document.RootElement, string.Empty, report);
        reader.Text("id");
        reader.Text("driver");
        var options = (DahuaOptions)Descriptor.ReadOptions(reader);
        reader.Finish();
        findings = report.Findings;
        return options;
    }

    private sealed class Secrets : ISecretSource
    {
        public Secret? Resolve(string? file, string? env, string? credential) => (file, env) switch
        {
            ({ }, _) or (_, "PASSWORD") => new Secret("Pass-1234"),
            (_, "LONG") => new Secret("long-enough-1"),
            (_, "SHORT") => new Secret("short"),
            (_, "SLASH") => new Secret("has/slash/in/it"),
            _ => null,
        };
    }
}
