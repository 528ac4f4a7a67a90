using System.Text.Json;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.PatrolRobot.Vda5050;
using EdgeGateway.Protocol.Geo;
using EdgeGateway.Protocol.Vda5050;
using EdgeGateway.Tests.Drivers.Abstractions.Settings;

namespace EdgeGateway.Tests.Drivers.PatrolRobot.Vda5050;

public sealed class Vda5050SettingsTests
{
    private const string Least = """{ "broker": { "host": "h" }, "manufacturer": "ACME", "serialNumber": "R2-017" }""";

    private static DriverDescriptor Descriptor => DriverCatalog.All.Single(driver => driver.Name == "robot-vda5050");

    [Fact]
    public void Read_Sample_IsRight()
    {
        var options = Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "PatrolRobot.Vda5050", "sample.json")), out var findings);

        Assert.Empty(findings);
        Assert.Equal("uagv/v2/ACME/R2-017/state", options.Robot.Topic("state"));
        Assert.Equal(("patrol-1", new LocalMap(new GeoPoint(23.3924, 113.2988), 12.5)), (options.Name, options.Maps["hall-1"]));
        Assert.Equal(["drone.hold"], Descriptor.Commands);
    }

    [Theory]
    [InlineData(2, "uagv/v2/ACME/R2-017/")]
    [InlineData(3, "vda5050/v3/ACME/R2-017/")]
    public void Read_Least_TakesTheDefaultsOfTheVersion(int major, string prefix)
    {
        var options = Read(Least.Replace("{ \"broker\"", $"{{ \"majorVersion\": {major}, \"broker\"", StringComparison.Ordinal), out var findings);

        Assert.Empty(findings);
        Assert.Equal((prefix, "R2-017", "agv", 1, true), (options.Robot.Topic(""), options.Name, options.VehicleType, options.MaxRateHz, options.Visualization));
        Assert.Equal((TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(10)), (options.Silence, options.ConfirmWithin));
    }

    [Fact]
    public void Read_InterfaceOfACloud_MayHaveLevels() =>
        Assert.Equal("site/a/uagv/v2/ACME/R2-017/state", Read(Least.Replace("{ \"broker\"", "{ \"interface\": \"site/a/uagv\", \"broker\"", StringComparison.Ordinal), out _).Robot.Topic(VdaRobot.State));

    [Theory]
    [InlineData("\"majorVersion\": 1", "majorVersion", "out-of-range")]
    [InlineData("\"interface\": \"a/+\"", "interface", "not-a-level")]
    [InlineData("\"interface\": \"/a\"", "interface", "not-a-level")]
    [InlineData("\"manufacturer\": \"A/B\"", "manufacturer", "not-a-level")]
    [InlineData("\"serialNumber\": \"R 2\"", "serialNumber", "not-a-serial")]
    [InlineData("\"serialnumber\": \"R2\"", "serialnumber", "unknown-key")]
    [InlineData("\"name\": \"\"", "name", "not-a-name")]
    [InlineData("\"vehicleType\": \"dog\"", "vehicleType", "unknown-choice")]
    [InlineData("\"maxRateHz\": 50", "maxRateHz", "out-of-range")]
    [InlineData("\"silence\": \"1s\"", "silence", "out-of-range")]
    [InlineData("\"visualization\": 1", "visualization", "not-true-or-false")]
    [InlineData("\"maps\": [ { \"id\": \"a\", \"lat\": 91, \"lon\": 0 } ]", "maps[0].lat", "out-of-range")]
    [InlineData("\"maps\": [ { \"id\": \"a\", \"lat\": 1, \"lon\": 0, \"rotation\": 3 } ]", "maps[0].rotation", "unknown-key")]
    [InlineData("\"maps\": [ { \"id\": \"a\", \"lat\": 1, \"lon\": 0 }, { \"id\": \"a\", \"lat\": 1, \"lon\": 0 } ]", "maps[1].id", "duplicate")]
    public void Read_Wrong_IsOneFindingInBothLanguages(string wrong, string path, string code)
    {
        string name = wrong.Split('"')[1];
        using var document = JsonDocument.Parse(Least);
        var others = document.RootElement.EnumerateObject().Where(property => property.Name != name).Select(property => $"\"{property.Name}\": {property.Value.GetRawText()}");

        Read($"{{ {string.Join(", ", others.Append(wrong))} }}", out var findings);

        var finding = Assert.Single(findings);
        Assert.Equal((path, code), (finding.Path, finding.Code));
        Assert.NotEqual(finding.Right.En, finding.Right.Zh);
    }

    [Fact]
    public void Read_Nothing_NamesEverythingThatIsMissing()
    {
        Read("{}", out var findings);

        Assert.Equal(["broker", "manufacturer", "serialNumber"], findings.Where(finding => finding.Code == "missing").Select(finding => finding.Path).Order(StringComparer.Ordinal));
    }

    private static Vda5050Options Read(string json, out IReadOnlyList<Finding> findings)
    {
        var report = new SettingsReport(new NoSecrets());
        var reader = new SettingsReader(JsonDocument.Parse(json).RootElement, string.Empty, report);
        var options = (Vda5050Options)Descriptor.ReadOptions(reader);
        _ = (reader.Text("id"), reader.Text("driver"));
        reader.Finish();
        findings = report.Findings;
        return options;
    }
}
