using System.Text.Json;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.PlateCamera.Viid;
using EdgeGateway.Drivers.Viid;
using EdgeGateway.Protocol.Viid.Writing;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Viid;

public sealed class ViidCameraSettingsTests
{
    private const string Least = "\"deviceId\": \"34020000001320000007\", \"password\": {\"env\": \"PASSWORD\"}";

    [Fact]
    public void Read_Sample_IsRight()
    {
        string sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "PlateCamera.Viid", "sample.json"));

        var options = Read(sample, out var findings);

        Assert.Empty(findings);
        Assert.Equal(("34020000001320000007", TimeSpan.FromSeconds(90), "Pass-1234"), (options.Login.DeviceId, options.Login.Keepalive, options.Login.Password!.Reveal()));
        Assert.True(Descriptor.NeedsInbox(options));
    }

    [Fact]
    public void Read_Least_TakesTheDefaults()
    {
        var options = Read("{" + Least + "}", out var findings);

        Assert.Empty(findings);
        Assert.Equal((ViidDigest.Md5, "viid", true, TimeSpan.FromSeconds(270)), (options.Login.Digest, options.Login.Realm, options.Login.SameAddress, options.Login.Patience));
        Assert.Equal((ViidPeople.Refuse, ViidHeadings.Standard, 9), (options.People, options.Headings, options.Heading));
        Assert.Equal(ViidDialect.Standard, options.Dialect);
    }

    [Fact]
    public void Read_EmptyPassword_IsADecision()
    {
        var options = Read("{\"deviceId\": \"34020000001320000007\", \"emptyPassword\": true}", out var findings);

        Assert.Empty(findings);
        Assert.Null(options.Login.Password);
    }

    [Fact]
    public void Read_Answers_AreThePeersDialect()
    {
        var options = Read("{" + Least + ", \"answers\": {\"statusCode\": \"text\", \"id\": \"ID\", \"session\": \"list\", \"objects\": \"single\", \"clock\": \"epoch\", \"timeMode\": \"0\", \"timeZone\": \"\"}}", out var findings);

        Assert.Empty(findings);
        Assert.Equal(
            new ViidDialect { StatusCode = ViidScalar.Text, IdKey = "ID", SessionStatus = ViidForm.List, ListStatus = ViidForm.Single, Clock = ViidClockForm.EpochMilliseconds, TimeMode = "0", TimeZone = null },
            options.Dialect);
    }

    [Theory]
    [InlineData("{}", "deviceId:missing password:missing")]
    [InlineData("{\"deviceId\": \"123\", \"emptyPassword\": true}", "deviceId:not-a-device-code")]
    [InlineData("{\"deviceId\": \"34020000001320000007\", \"emptyPassword\": false}", "password:missing")]
    [InlineData("{" + Least + ", \"emptyPassword\": true}", "emptyPassword:contradiction")]
    [InlineData("{" + Least + ", \"user\": \"a:b\"}", "user:not-a-user")]
    [InlineData("{" + Least + ", \"realm\": \"a\\\"b\"}", "realm:not-a-realm")]
    [InlineData("{" + Least + ", \"digest\": \"md4\"}", "digest:unknown-choice")]
    [InlineData("{" + Least + ", \"keepalive\": \"1s\"}", "keepalive:out-of-range")]
    [InlineData("{" + Least + ", \"people\": \"keep\"}", "people:unknown-choice")]
    [InlineData("{" + Least + ", \"serverId\": \"1\"}", "serverId:not-a-device-code")]
    [InlineData("{" + Least + ", \"checkpoint\": \"1\"}", "checkpoint:not-a-checkpoint")]
    [InlineData("{" + Least + ", \"answers\": {\"statuscode\": \"text\"}}", "answers.statuscode:unknown-key")]
    [InlineData("{\"deviceId\": \"34020000001320000007\", \"password\": \"plain\"}", "password:secret-in-file")]
    public void Read_Mistake_IsNamed(string json, string expected)
    {
        Read(json, out var findings);

        Assert.Equal(expected, string.Join(' ', findings.Select(finding => $"{finding.Path}:{finding.Code}")));
        Assert.All(findings, finding => Assert.NotEqual(finding.Problem.En, finding.Problem.Zh));
    }

    private static DriverDescriptor Descriptor => DriverCatalog.All.Single(driver => driver.Name == "viid-camera");

    private static ViidCameraOptions Read(string json, out IReadOnlyList<Finding> findings)
    {
        var report = new SettingsReport(new Secrets());
        using var document = JsonDocument.Parse(json);
        var reader = new SettingsReader(document.RootElement, string.Empty, report);
        reader.Text("id");
        reader.Text("driver");
        var options = (ViidCameraOptions)Descriptor.ReadOptions(reader);
        reader.Finish();
        findings = report.Findings;
        return options;
    }

    private sealed class Secrets : ISecretSource
    {
        public Secret? Resolve(string? file, string? env, string? credential) => file is not null || env == "PASSWORD" ? new Secret("Pass-1234") : null;
    }
}
