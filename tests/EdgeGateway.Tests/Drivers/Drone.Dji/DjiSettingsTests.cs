using System.Text.Json;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Drone.Dji;

namespace EdgeGateway.Tests.Drivers.Drone.Dji;

public sealed class DjiSettingsTests
{
    private const string Least = "\"broker\": {\"host\": \"192.0.2.70\"}, \"gateway\": \"DOCK001\"";

    private static DriverDescriptor Descriptor => DriverCatalog.All.Single(driver => driver.Name == "drone-dji");

    [Fact]
    public void Read_Sample_IsRight()
    {
        string sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "Drone.Dji", "sample.json"));

        var options = Read(sample, out var findings);

        Assert.Empty(findings);
        Assert.Equal(("192.0.2.70", "edgegateway", "7CTDM3D00B1234"), (options.Broker.Host, options.Broker.User, options.Gateway));
        Assert.Equal(new DjiVehicleOptions("1581F6Q8D23CT00A5678", "drone-east"), Assert.Single(options.Vehicles));
        Assert.Equal(("123456", "hush", "hush", "192.0.2.1", 123), (options.App!.Id, options.App.Key.Reveal(), options.App.License.Reveal(), options.App.NtpHost, options.App.NtpPort));
        Assert.Equal(["drone.return-home", "drone.hold", "drone.go-to"], Descriptor.Commands);
        Assert.False(Descriptor.NeedsInbox(options));
    }

    [Fact]
    public void Read_Least_TakesTheDefaults()
    {
        var options = Read($"{{{Least}}}", out var findings);

        Assert.Empty(findings);
        Assert.Equal((1, 1, 2, 5, false), (options.WindScale, options.MaxRateHz, options.AirsenseLevel, options.GoToSpeedMps, options.TakeFlightAuthority));
        Assert.Equal((30, 60, 10, 10), (options.Report.TotalSeconds, options.Silence.TotalSeconds, options.AnswerTimeout.TotalSeconds, options.ConfirmWithin.TotalSeconds));
        Assert.Null(options.App);
        Assert.Null(options.Organization.BindingCode);
    }

    [Theory]
    [InlineData("\"gateway\": \"DOCK001\"", "broker:missing")]
    [InlineData("\"broker\": {\"host\": \"h\"}", "gateway:missing")]
    [InlineData("\"broker\": {\"host\": \"h\"}, \"gateway\": \"a/+\"", "gateway:not-a-serial")]
    [InlineData(Least + ", \"vehicles\": [{}]", "vehicles[0].serial:missing")]
    [InlineData(Least + ", \"vehicles\": [{\"serial\": \"A\"}, {\"serial\": \"A\", \"name\": \"b\"}]", "vehicles[1].serial:duplicate")]
    [InlineData(Least + ", \"vehicles\": [{\"serial\": \"A\", \"name\": \"x\"}, {\"serial\": \"B\", \"name\": \"x\"}]", "vehicles[1].name:duplicate")]
    [InlineData(Least + ", \"vehicles\": [{\"serial\": \"A\", \"name\": \"\"}]", "vehicles[0].name:not-a-name")]
    [InlineData(Least + ", \"vehicles\": [{\"serial\": \"A\", \"system\": 3}]", "vehicles[0].system:unknown-key")]
    [InlineData(Least + ", \"app\": {\"id\": \"1\", \"key\": \"plain\", \"license\": {\"env\": \"L\"}}", "app.key:secret-in-file")]
    [InlineData(Least + ", \"app\": {\"id\": \"1\", \"key\": {\"env\": \"K\"}}", "app.license:missing")]
    [InlineData(Least + ", \"app\": {\"id\": \"1\", \"key\": {\"env\": \"K\"}, \"license\": {\"env\": \"L\"}, \"ntpHost\": \"a b\"}", "app.ntpHost:not-a-host")]
    [InlineData(Least + ", \"organization\": {\"id\": \"o\"}", "organization.name:missing")]
    [InlineData(Least + ", \"windScale\": 0", "windScale:out-of-range")]
    [InlineData(Least + ", \"maxRateHz\": 11", "maxRateHz:out-of-range")]
    [InlineData(Least + ", \"silence\": \"1s\"", "silence:out-of-range")]
    [InlineData(Least + ", \"answerTimeout\": \"1s\"", "answerTimeout:out-of-range")]
    [InlineData(Least + ", \"airsenseLevel\": 0", "airsenseLevel:out-of-range")]
    [InlineData(Least + ", \"goToSpeedMps\": 16", "goToSpeedMps:out-of-range")]
    [InlineData(Least + ", \"hmsTexts\": {\"a\": 1}", "hmsTexts:not-a-table")]
    [InlineData(Least + ", \"maxrateHz\": 1", "maxrateHz:unknown-key")]
    public void Read_Mistake_IsNamed(string members, string expected)
    {
        Read($"{{{members}}}", out var findings);

        Assert.Equal(expected, string.Join(' ', findings.Select(finding => $"{finding.Path}:{finding.Code}")));
        Assert.All(findings, finding => Assert.NotEqual(finding.Problem.En, finding.Problem.Zh));
    }

    private static DjiOptions Read(string json, out IReadOnlyList<Finding> findings)
    {
        var report = new SettingsReport(new OneSecret());
        using var document = JsonDocument.Parse(json);
        var reader = new SettingsReader(document.RootElement, string.Empty, report);
        reader.Text("id");
        reader.Text("driver");
        reader.Has("commands");
        var options = (DjiOptions)Descriptor.ReadOptions(reader);
        reader.Finish();
        findings = report.Findings;
        return options;
    }

    private sealed class OneSecret : ISecretSource
    {
        public Secret? Resolve(string? file, string? env, string? credential) => new("hush");
    }
}
