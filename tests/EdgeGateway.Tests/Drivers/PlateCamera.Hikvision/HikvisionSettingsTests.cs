using System.Text.Json;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.PlateCamera.Hikvision;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Hikvision;

public sealed class HikvisionSettingsTests
{
    private const string Password = "\"password\": {\"env\": \"PASSWORD\"}";

    [Fact]
    public void Read_Sample_IsRight()
    {
        string sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "PlateCamera.Hikvision", "sample.json"));

        var options = Read(sample, out var findings);

        Assert.Empty(findings);
        Assert.Equal(("192.0.2.20", 80, "gateway"), (options.Peer.Host, options.Peer.Port, options.Peer.User));
        Assert.Equal(TimeSpan.FromSeconds(30), options.Idle);
        Assert.Equal("34020000001210000001", options.Checkpoint);
        Assert.False(Descriptor.NeedsInbox(options));
    }

    [Fact]
    public void Read_Least_TakesTheDefaults()
    {
        var options = Read("{\"host\": \"cam.local\"}", out var findings);

        Assert.Empty(findings);
        Assert.Equal(HikvisionDirection.Pull, options.Direction);
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
        var options = Read("{\"direction\": \"push\", \"token\": {\"env\": \"LONG\"}}", out var findings);

        Assert.Empty(findings);
        Assert.Equal("long-enough-1", options.Token!.Reveal());
        Assert.True(Descriptor.NeedsInbox(options));
    }

    [Theory]
    [InlineData("{}", "host:missing")]
    [InlineData("{\"host\": \"http://cam\"}", "host:contradiction")]
    [InlineData("{\"host\": \"cam\", \"port\": 0}", "port:out-of-range")]
    [InlineData("{\"host\": \"cam\", \"port\": \"80\"}", "port:out-of-range")]
    [InlineData("{\"host\": \"cam\", \"idle\": \"1s\"}", "idle:out-of-range")]
    [InlineData("{\"host\": \"cam\", \"heading\": 10}", "heading:out-of-range")]
    [InlineData("{\"host\": \"cam\", \"checkpoint\": \"123\"}", "checkpoint:not-a-checkpoint")]
    [InlineData("{\"host\": \"cam\", \"certificateSha256\": \"ab\"}", "certificateSha256:not-a-sha256 certificateSha256:contradiction")]
    [InlineData("{\"host\": \"cam\", \"user\": \"a\"}", "password:contradiction")]
    [InlineData("{\"host\": \"cam\", " + Password + "}", "user:contradiction")]
    [InlineData("{\"host\": \"cam\", \"user\": \"a:b\", " + Password + "}", "user:not-a-user")]
    [InlineData("{\"host\": \"cam\", \"user\": \"a\", \"password\": \"plain\"}", "password:secret-in-file")]
    [InlineData("{\"host\": \"cam\", \"token\": {\"env\": \"LONG\"}}", "token:contradiction")]
    [InlineData("{\"host\": \"cam\", \"direction\": \"pul\"}", "direction:unknown-choice")]
    [InlineData("{\"host\": \"cam\", \"pasword\": 1}", "pasword:unknown-key")]
    [InlineData("{\"direction\": \"push\"}", "token:contradiction")]
    [InlineData("{\"direction\": \"push\", \"token\": {\"env\": \"SHORT\"}}", "token:contradiction")]
    [InlineData("{\"direction\": \"push\", \"token\": {\"env\": \"SLASH\"}}", "token:contradiction")]
    [InlineData("{\"direction\": \"push\", \"token\": {\"env\": \"LONG\"}, \"host\": \"cam\", \"idle\": \"30s\"}", "host:contradiction idle:contradiction")]
    public void Read_Mistake_IsNamed(string json, string expected)
    {
        Read(json, out var findings);

        Assert.Equal(expected, string.Join(' ', findings.Select(finding => $"{finding.Path}:{finding.Code}")));
        Assert.All(findings, finding => Assert.NotEqual(finding.Problem.En, finding.Problem.Zh));
    }

    private static DriverDescriptor Descriptor => DriverCatalog.All.Single(driver => driver.Name == "hikvision-anpr");

    private static HikvisionOptions Read(string json, out IReadOnlyList<Finding> findings)
    {
        var report = new SettingsReport(new Secrets());
        using var document = JsonDocument.Parse(json);
        var reader = new SettingsReader(document.RootElement, string.Empty, report);
        reader.Text("id");
        reader.Text("driver");
        var options = (HikvisionOptions)Descriptor.ReadOptions(reader);
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
