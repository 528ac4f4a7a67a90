using System.Text.Json;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.PlateLibrary.Viid;

namespace EdgeGateway.Tests.Drivers.PlateLibrary.Viid;

/// <summary>What a person writes for a library, and what they are told when it is wrong.</summary>
public sealed class ViidLibrarySettingsTests
{
    private const string Common = "\"libraryId\":\"34020000005030000009\",\"deviceId\":\"34020000005030000001\",\"host\":\"192.0.2.30\",\"libraryPassword\":{\"env\":\"x\"}";
    private const string Upper = "{\"role\":\"upper\"," + Common + ",\"password\":{\"env\":\"x\"}";
    private const string Lower = "{\"role\":\"lower\"," + Common + ",\"gatewayUrl\":\"http://192.0.2.1:8080\"";

    [Fact]
    public void Read_Upper_HasItsDefaults()
    {
        var (options, findings) = Read(Upper + "}");

        Assert.Empty(findings);
        Assert.Equal(ViidLibraryRole.Upper, options.Role);
        Assert.Equal(80, options.Port);
        Assert.Equal(TimeSpan.FromSeconds(60), options.Keepalive);
        Assert.Equal("34020000005030000001", options.Login);
        Assert.Equal("340200", options.Division);
        Assert.Equal("340200000050", options.OrganisationCode);
        Assert.False(options.TrustIdentify);
    }

    [Fact]
    public void Read_Sample_IsRight()
    {
        var (options, findings) = Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "PlateLibrary.Viid", "sample.json")).Replace("\"id\": \"library-city\",", "", StringComparison.Ordinal).Replace("\"driver\": \"viid-library\",", "", StringComparison.Ordinal));

        Assert.Empty(findings);
        Assert.Equal(["192.0.2.31:8121"], options.NotifyHosts);
    }

    [Fact]
    public void Read_Lower_HasItsDefaults()
    {
        var (options, findings) = Read(Lower + "}");

        Assert.Empty(findings);
        Assert.Equal(ViidLibraryRole.Lower, options.Role);
        Assert.Equal(TimeSpan.FromSeconds(90), options.Keepalive);
        Assert.Equal(TimeSpan.FromDays(1), options.Subscription);
        Assert.Equal(new Uri("http://192.0.2.1:8080"), options.GatewayUrl);
    }

    [Theory]
    [InlineData("{" + Common + "}", "role")]
    [InlineData("{\"role\":\"side\"," + Common + "}", "role")]
    [InlineData(Upper + ",\"gatewayUrl\":\"http://x\"}", "gatewayUrl")]
    [InlineData(Lower + ",\"tollgates\":[]}", "tollgates")]
    [InlineData(Upper + ",\"tollgates\":[\"1\"]}", "tollgates")]
    [InlineData(Upper + ",\"area\":\"3402\"}", "area")]
    [InlineData(Upper + ",\"organisation\":\"34\"}", "organisation")]
    [InlineData(Upper + ",\"keepalive\":\"5s\"}", "keepalive")]
    [InlineData(Upper + ",\"keepalive\":\"301s\"}", "keepalive")]
    [InlineData(Upper + ",\"notifyHosts\":[\"http://x\"]}", "notifyHosts")]
    [InlineData(Upper + ",\"certificateSha256\":\"x\"}", "certificateSha256")]
    [InlineData(Lower + ",\"subscription\":\"1m\"}", "subscription")]
    [InlineData("{\"role\":\"lower\"," + Common + "}", "gatewayUrl")]
    [InlineData("{\"role\":\"lower\"," + Common + ",\"gatewayUrl\":\"http://192.0.2.1/VIID\"}", "gatewayUrl")]
    [InlineData("{\"role\":\"upper\"," + Common + "}", "password")]
    [InlineData("{\"role\":\"upper\",\"libraryId\":\"34020000005030000009\",\"deviceId\":\"34020000005030000001\",\"host\":\"h\",\"password\":{\"env\":\"x\"}}", "libraryPassword")]
    [InlineData("{\"role\":\"upper\",\"libraryId\":\"34020000005030000009\",\"deviceId\":\"34020000005030000001\",\"host\":\"h\",\"password\":{\"env\":\"x\"},\"trustIdentify\":true}", "trustIdentify")]
    [InlineData("{\"role\":\"upper\",\"libraryId\":\"34020000005030000001\",\"deviceId\":\"34020000005030000001\",\"host\":\"h\",\"password\":{\"env\":\"x\"},\"libraryPassword\":{\"env\":\"x\"}}", "libraryId")]
    [InlineData("{\"role\":\"upper\",\"libraryId\":\"340\",\"deviceId\":\"34020000005030000001\",\"host\":\"h\",\"password\":{\"env\":\"x\"},\"libraryPassword\":{\"env\":\"x\"}}", "libraryId")]
    public void Read_Mistake_IsNamed(string json, string name)
    {
        var (_, findings) = Read(json);

        Assert.Contains(findings, finding => finding.Path == $"devices[0].{name}");
        Assert.All(findings, finding => Assert.NotEqual(finding.Problem.En, finding.Problem.Zh));
    }

    private static (ViidLibraryOptions Options, IReadOnlyList<Finding> Findings) Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var report = new SettingsReport(new AnySecret());
        var options = (ViidLibraryOptions)DriverCatalog.All.Single(driver => driver.Name == "viid-library").ReadOptions(new SettingsReader(document.RootElement.Clone(), "devices[0]", report));
        return (options, report.Findings);
    }

    private sealed class AnySecret : ISecretSource
    {
        public Secret? Resolve(string? file, string? env, string? credential) => new("s3cret");
    }
}
