using System.Text.Json;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Drone.Mavlink;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Tests.Drivers.Abstractions.Settings;

namespace EdgeGateway.Tests.Drivers.Drone.Mavlink;

public sealed class MavlinkSettingsTests
{
    private static DriverDescriptor Descriptor => DriverCatalog.All.Single(driver => driver.Name == "drone-mavlink");

    [Fact]
    public void Read_Sample_IsRight()
    {
        var options = Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "Drone.Mavlink", "sample.json")), out var findings);

        Assert.Empty(findings);
        Assert.Equal("0.0.0.0:14550", options.Listen!.ToString());
        Assert.Equal([(3, "drone-east", "192.0.2.71"), (4, "drone-west", "192.0.2.72")], options.Fleet.Vehicles.Select(vehicle => ((int)vehicle.System, vehicle.Name, vehicle.From!.ToString())));
        Assert.False(options.Fleet.Others);
        Assert.Equal(["drone.return-home", "drone.hold", "drone.go-to", "drone.take-picture"], Descriptor.Commands);
    }

    [Fact]
    public void Read_Least_TakesTheDefaults()
    {
        var options = Read("""{ "line": { "port": "/dev/ttyS0" } }""", out var findings);

        Assert.Empty(findings);
        Assert.Equal((57_600, null, 16, 64, true), (options.Line!.BaudRate, options.Signing, options.Fleet.Most, options.Fleet.MostAircraft, options.Fleet.Others));
        Assert.Equal(new MavlinkSelf(255, 190, true, true, true), options.Self);
        Assert.Equal(new MavlinkPace { Every = TimeSpan.FromSeconds(1), Report = TimeSpan.FromSeconds(30) }, options.Pace);
        Assert.Equal((5, 60, 1.5, 30), (options.Patience.Offline.TotalSeconds, options.Patience.Aircraft.TotalSeconds, options.Patience.Ack.TotalSeconds, options.Patience.Progress.TotalSeconds));
    }

    [Fact]
    public void Read_OtherWaysAndAKey_AreTaken()
    {
        var options = Read(
            """{ "tcp": { "host": "192.0.2.71" }, "maxRateHz": 5, "signing": { "key": { "file": "key" }, "link": 2, "unsigned": "radio-status" } }""",
            out var findings,
            new FakeSecrets { Files = { ["key"] = new string('a', 64) + "\n" } });

        Assert.Empty(findings);
        Assert.Equal(("192.0.2.71", 5_760, 200), (options.Tcp!.Host, options.Tcp.Port, options.Pace.Every.TotalMilliseconds));
        Assert.Equal((2, MavUnsignedPolicy.RadioStatusOnly), (options.Signing!.Link, options.Signing.Unsigned));
        Assert.DoesNotContain("aa", options.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(14_550, Read("""{ "udp": { "host": "drone.example" } }""", out _).Udp!.Port);
    }

    [Theory]
    [InlineData("{}", "listen", "missing")]
    [InlineData("""{ "listen": "0.0.0.0:14550", "tcp": { "host": "a" } }""", "tcp", "contradiction")]
    [InlineData("""{ "listen": "14550" }""", "listen", "not-an-endpoint")]
    [InlineData("""{ "listen": "0.0.0.0" }""", "listen", "not-an-endpoint")]
    [InlineData("""{ "listen": "::1" }""", "listen", "not-an-endpoint")]
    [InlineData("""{ "udp": { "host": "a b" } }""", "udp.host", "not-a-host")]
    [InlineData("""{ "tcp": {} }""", "tcp.host", "missing")]
    [InlineData("""{ "listen": "0.0.0.0:1", "vehicles": [ {} ] }""", "vehicles[0].system", "missing")]
    [InlineData("""{ "listen": "0.0.0.0:1", "system": 200, "vehicles": [ { "system": 200 } ] }""", "vehicles[0].system", "contradiction")]
    [InlineData("""{ "listen": "0.0.0.0:1", "vehicles": [ { "system": 3 }, { "system": 3, "name": "b" } ] }""", "vehicles[1].system", "duplicate")]
    [InlineData("""{ "listen": "0.0.0.0:1", "vehicles": [ { "system": 3, "name": "a" }, { "system": 4, "name": "a" } ] }""", "vehicles[1].name", "duplicate")]
    [InlineData("""{ "listen": "0.0.0.0:1", "vehicles": [ { "system": 3, "name": "sys-4" } ] }""", "vehicles[0].name", "duplicate")]
    [InlineData("""{ "listen": "0.0.0.0:1", "vehicles": [ { "system": 3, "name": "a/b" } ] }""", "vehicles[0].name", "not-a-name")]
    [InlineData("""{ "listen": "0.0.0.0:1", "vehicles": [ { "system": 3, "from": "drone" } ] }""", "vehicles[0].from", "not-an-address")]
    [InlineData("""{ "line": { "port": "/dev/ttyS0" }, "vehicles": [ { "system": 3, "from": "192.0.2.1" } ] }""", "vehicles[0].from", "contradiction")]
    [InlineData("""{ "listen": "0.0.0.0:1", "otherVehicles": false }""", "otherVehicles", "contradiction")]
    [InlineData("""{ "listen": "0.0.0.0:1", "signing": {} }""", "signing.key", "missing")]
    [InlineData("""{ "listen": "0.0.0.0:1", "signing": { "key": { "file": "short" } } }""", "signing.key", "not-a-key")]
    [InlineData("""{ "listen": "0.0.0.0:1", "signing": { "passphrase": { "file": "short" } } }""", "signing.passphrase", "too-short")]
    [InlineData("""{ "listen": "0.0.0.0:1", "signing": { "key": { "file": "key" }, "passphrase": { "file": "key" } } }""", "signing.passphrase", "contradiction")]
    [InlineData("""{ "listen": "0.0.0.0:1", "maxRateHz": 51 }""", "maxRateHz", "out-of-range")]
    [InlineData("""{ "listen": "0.0.0.0:1", "offlineAftr": "5s" }""", "offlineAftr", "unknown-key")]
    public void Read_Mistake_IsNamed(string json, string path, string code)
    {
        Read(json, out var findings, new FakeSecrets { Files = { ["short"] = "abc", ["key"] = new string('a', 64) } });

        Assert.Equal((path, code), findings.Select(finding => (finding.Path, finding.Code)).First());
    }

    private static MavlinkOptions Read(string json, out IReadOnlyList<Finding> findings, ISecretSource? secrets = null)
    {
        var report = new SettingsReport(secrets ?? new FakeSecrets());
        var reader = new SettingsReader(JsonDocument.Parse(json).RootElement, string.Empty, report);
        foreach (string common in new[] { "id", "driver", "commands" })
        {
            reader.Has(common);
        }

        var options = (MavlinkOptions)Descriptor.ReadOptions(reader);
        reader.Finish();
        findings = report.Findings;
        return options;
    }
}
