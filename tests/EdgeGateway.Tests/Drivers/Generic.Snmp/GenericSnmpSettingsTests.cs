using System.Text.Json;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Generic.Snmp;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Tests.Drivers.Generic.Snmp;

public sealed class GenericSnmpSettingsTests
{
    private const string Printer = "\"host\": \"p\", \"profile\": \"printer\"";
    private const string Switch = "\"host\": \"p\", \"profile\": \"switch\"";
    private const string Custom = "\"host\": \"p\", \"profile\": \"custom\", \"custom\"";
    private const string Oid = "\"oid\": \"1.3.6.1.2.1.33.1.2.4.0\"";

    [Fact]
    public void Read_Sample_IsRight()
    {
        string sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "Generic.Snmp", "sample.json"));

        var options = Read(sample, out var findings);

        Assert.Empty(findings);
        Assert.Equal(("192.0.2.60", 161, SnmpVersion.V2c, "hall"), (options.Host, options.Port, options.Version, options.Community!.Reveal()));
        Assert.Equal((SnmpProfileName.Printer, 10), (options.Profile, options.LowPercent));
        Assert.False(Descriptor.NeedsInbox(options));
        Assert.Empty(Descriptor.Commands);
    }

    [Fact]
    public void Read_Least_TakesTheDefaults()
    {
        var options = Read($"{{{Switch}}}", out var findings);

        Assert.Empty(findings);
        Assert.Equal((161, null, "switch", TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(3)), (options.Port, options.Community, options.Type, options.Every, options.Timeout, options.Grace));
        Assert.Equal((TimeSpan.FromMinutes(5), 12, 0, 0), (options.Switch.Report, options.Switch.MostAnHour, options.Switch.Ports.Count, options.Switch.Important.Count));
    }

    [Fact]
    public void Read_Custom_TakesEveryObject()
    {
        var options = Read($"{{{Custom}: {{ \"type\": \"ups\", \"objects\": [ {{ \"name\": \"battery\", \"oid\": \".1.3.6.1.2.1.33.1.2.1.0\", \"kind\": \"state\", \"states\": {{ \"2\": \"normal\", \"3\": \"low\" }}, \"alarmStates\": [\"low\"], \"severity\": \"critical\" }}, {{ \"name\": \"voltage\", {Oid}, \"unit\": \"V\", \"scale\": 0.1, \"low\": 200, \"high\": 250 }} ] }} }}", out var findings);

        Assert.Empty(findings);
        Assert.Equal(("ups", 2), (options.Type, options.Objects.Count));
        Assert.Equal(("1.3.6.1.2.1.33.1.2.1.0", CustomKind.State, "low", "critical"), (options.Objects[0].Id.Text, options.Objects[0].Kind, options.Objects[0].States[3], options.Objects[0].Severity));
        Assert.Equal(("V", 0.1, 200, 250), (options.Objects[1].Unit, options.Objects[1].Scale, options.Objects[1].Low, options.Objects[1].High));
    }

    [Theory]
    [InlineData("", "host:missing profile:missing")]
    [InlineData("\"host\": \"udp://p\", \"profile\": \"printer\"", "host:not-a-host")]
    [InlineData("\"host\": \"p\", \"profile\": \"printr\"", "profile:unknown-choice")]
    [InlineData(Printer + ", \"version\": \"3\"", "version:unknown-choice")]
    [InlineData(Printer + ", \"port\": 0", "port:out-of-range")]
    [InlineData(Printer + ", \"community\": \"public\"", "community:secret-in-file")]
    [InlineData(Printer + ", \"community\": {\"env\": \"BLANK\"}", "community:not-a-community")]
    [InlineData(Printer + ", \"every\": \"6m\"", "every:out-of-range")]
    [InlineData(Printer + ", \"timeout\": \"11s\"", "timeout:out-of-range")]
    [InlineData(Printer + ", \"grace\": \"2h\"", "grace:out-of-range")]
    [InlineData(Printer + ", \"printer\": { \"low\": 51 }", "printer.low:out-of-range")]
    [InlineData(Printer + ", \"printer\": { \"lo\": 5 }", "printer.lo:unknown-key")]
    [InlineData(Printer + ", \"switch\": {}", "switch:of-another-profile")]
    [InlineData(Printer + ", \"comunity\": 1", "comunity:unknown-key")]
    [InlineData(Switch + ", \"switch\": { \"important\": [\"\"] }", "switch.important:not-a-port")]
    [InlineData(Switch + ", \"switch\": { \"mostAnHour\": 0, \"report\": \"2h\" }", "switch.report:out-of-range switch.mostAnHour:out-of-range")]
    [InlineData("\"host\": \"p\", \"profile\": \"custom\"", "custom:missing")]
    [InlineData(Custom + ": { \"objects\": [] }", "custom.objects:missing")]
    [InlineData(Custom + ": { \"type\": \"a b\", \"objects\": [{ \"name\": \"x\", " + Oid + " }] }", "custom.type:not-a-type")]
    [InlineData(Custom + ": { \"objects\": [{ \"name\": \"x y\", \"oid\": \"1.3.x\", \"scale\": 0 }] }", "custom.objects[0].name:not-a-name custom.objects[0].oid:not-an-object custom.objects[0].scale:no-scale")]
    [InlineData(Custom + ": { \"objects\": [{ \"name\": \"x\", \"oid\": \"1.3.6.1.2.1.1.4.0\" }] }", "custom.objects[0].oid:personal")]
    [InlineData(Custom + ": { \"objects\": [{ \"name\": \"x\", \"oid\": \"1.3.6.1.2.1.43.5.1.1.4.1\" }] }", "custom.objects[0].oid:personal")]
    [InlineData(Custom + ": { \"objects\": [{ \"name\": \"x\", " + Oid + ", \"low\": 5, \"high\": 4 }] }", "custom.objects[0].low:contradiction")]
    [InlineData(Custom + ": { \"objects\": [{ \"name\": \"x\", " + Oid + ", \"states\": { \"2\": \"a\" } }] }", "custom.objects[0].states:contradiction")]
    [InlineData(Custom + ": { \"objects\": [{ \"name\": \"x\", " + Oid + ", \"kind\": \"state\", \"states\": { \"two\": \"a\" }, \"low\": 1, \"alarmStates\": [\"b\"] }] }", "custom.objects[0].states:not-states custom.objects[0].low:contradiction custom.objects[0].alarmStates:unknown-choice")]
    [InlineData(Custom + ": { \"objects\": [{ \"name\": \"x\", " + Oid + " }, { \"name\": \"x\", " + Oid + " }] }", "custom.objects[1].name:name-twice")]
    public void Read_Mistake_IsNamed(string json, string expected)
    {
        Read($"{{{json}}}", out var findings);

        Assert.Equal(expected, string.Join(' ', findings.Select(finding => $"{finding.Path}:{finding.Code}")));
        Assert.All(findings, finding => Assert.NotEqual(finding.Problem.En, finding.Problem.Zh));
    }

    [Fact]
    public void Read_TooMuch_IsNamed()
    {
        string objects = string.Join(',', Enumerable.Range(0, 65).Select(i => $"{{ \"name\": \"x{i}\", {Oid} }}"));
        Assert.Equal(64, Read($"{{{Custom}: {{ \"objects\": [{objects}] }} }}", out var findings).Objects.Count);
        Assert.Equal("too-many", Assert.Single(findings).Code);
    }

    private static DriverDescriptor Descriptor => DriverCatalog.All.Single(driver => driver.Name == "generic-snmp");

    private static GenericSnmpOptions Read(string json, out IReadOnlyList<Finding> findings)
    {
        var report = new SettingsReport(new Secrets());
        using var document = JsonDocument.Parse(json);
        var reader = new SettingsReader(document.RootElement, string.Empty, report);
        reader.Text("id");
        reader.Text("driver");
        var options = (GenericSnmpOptions)Descriptor.ReadOptions(reader);
        reader.Finish();
        findings = report.Findings;
        return options;
    }

    private sealed class Secrets : ISecretSource
    {
        public Secret? Resolve(string? file, string? env, string? credential) => new(env == "BLANK" ? "a b" : "hall");
    }
}
