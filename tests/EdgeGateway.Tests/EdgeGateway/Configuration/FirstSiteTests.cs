using System.Text.Json;
using System.Text.RegularExpressions;
using EdgeGateway.Configuration;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Tests.House;

namespace EdgeGateway.Tests.EdgeGateway.Configuration;

/// <summary>The shipped sample, and the schema that editors use, are held against what the reader really asks for.</summary>
public sealed partial class FirstSiteTests : IDisposable
{
    /// <summary>A broker with everything and a key, laid over the sample, so that every section is read.</summary>
    private static readonly Dictionary<string, string> s_everything = new()
    {
        ["EDGEGATEWAY__uplink__brokers__0__tls__keyPassword__env"] = "SECRET",
        ["EDGEGATEWAY__uplink__brokers__0__password__env"] = "SECRET",
        ["EDGEGATEWAY__uplink__brokers__0__user"] = "u",
        ["EDGEGATEWAY__store__lanes__alarm__keep"] = "always",
        ["EDGEGATEWAY__store__lanes__event__keep"] = "30d",
        ["EDGEGATEWAY__store__lanes__telemetry__keep"] = "7d",
        ["EDGEGATEWAY__store__lanes__media__quota"] = "20GB",
        ["EDGEGATEWAY__store__lanes__parked__keep"] = "90d",
        ["EDGEGATEWAY__store__evidence__keep"] = "90d",
        ["EDGEGATEWAY__cameras__passingRecord"] = "true",
        ["EDGEGATEWAY__telemetry__otlp"] = "http://127.0.0.1:4318/v1/metrics",
        ["EDGEGATEWAY__uplink__manifest__every"] = "10m",
        ["EDGEGATEWAY__uplink__backfill__threshold"] = "5000",
        ["EDGEGATEWAY__commands__keys__0__publicKey__env"] = "SECRET",
        ["EDGEGATEWAY__devices__6__driver"] = "viid-camera",
        ["EDGEGATEWAY__devices__6__password__env"] = "SECRET",
        ["EDGEGATEWAY__devices__6__answers__id"] = "Id",
        ["EDGEGATEWAY__devices__7__driver"] = "viid-library",
        ["EDGEGATEWAY__devices__7__password__env"] = "SECRET",
        ["EDGEGATEWAY__devices__7__libraryPassword__env"] = "SECRET",
        ["EDGEGATEWAY__devices__8__driver"] = "viid-library",
        ["EDGEGATEWAY__devices__8__role"] = "lower",
        ["EDGEGATEWAY__devices__9__id"] = "cam-10",
        ["EDGEGATEWAY__devices__9__driver"] = "dahua-anpr",
        ["EDGEGATEWAY__devices__10__id"] = "repeater-1",
        ["EDGEGATEWAY__devices__10__driver"] = "hytera-snmp",
        ["EDGEGATEWAY__devices__10__community__env"] = "SECRET",
        ["EDGEGATEWAY__devices__11__id"] = "radio-1",
        ["EDGEGATEWAY__devices__11__driver"] = "hytera-radio",
        ["EDGEGATEWAY__devices__11__mode"] = "udp",
        ["EDGEGATEWAY__devices__11__ports__rrs"] = "3002",
        ["EDGEGATEWAY__devices__11__localPorts__rrs"] = "3002",
        ["EDGEGATEWAY__devices__11__gradedGroups__0__prefix"] = "571",
        ["EDGEGATEWAY__devices__11__statusLabels__0__code"] = "1",
        ["EDGEGATEWAY__devices__12__id"] = "repeater-2",
        ["EDGEGATEWAY__devices__12__driver"] = "hytera-repeater",
        ["EDGEGATEWAY__devices__12__ports__rrs1"] = "30001",
        ["EDGEGATEWAY__devices__12__localPorts__rrs1"] = "30001",
        ["EDGEGATEWAY__devices__13__id"] = "tetra-1",
        ["EDGEGATEWAY__devices__13__driver"] = "tetra-pei",
        ["EDGEGATEWAY__devices__13__statusLabels__0__code"] = "32772",
        ["EDGEGATEWAY__devices__14__id"] = "gnss-1",
        ["EDGEGATEWAY__devices__14__driver"] = "nmea-gnss",
        ["EDGEGATEWAY__devices__15__id"] = "xray-1",
        ["EDGEGATEWAY__devices__15__driver"] = "xray-dicos",
        ["EDGEGATEWAY__devices__15__storescp__listen"] = "127.0.0.1:11112",
        ["EDGEGATEWAY__devices__15__categories__0__text"] = "knife",
        ["EDGEGATEWAY__inspection__stations__0__devices__scanners__0"] = "cam-01",
        ["EDGEGATEWAY__inspection__stations__0__timing__0__device"] = "cam-01",
        ["EDGEGATEWAY__devices__17__id"] = "xray-3",
        ["EDGEGATEWAY__devices__17__driver"] = "xray-dahua",
        ["EDGEGATEWAY__devices__16__id"] = "xray-2",
        ["EDGEGATEWAY__devices__16__driver"] = "xray-hikvision",
        ["EDGEGATEWAY__devices__16__map__events__0__decision__path"] = "Demo.level",
        ["EDGEGATEWAY__devices__16__map__events__0__realName__path"] = "Demo.real",
        ["EDGEGATEWAY__devices__16__map__events__0__handling__path"] = "Demo.handling",
        ["EDGEGATEWAY__devices__16__map__events__0__objects__0__path"] = "Demo.items[]",
        ["EDGEGATEWAY__devices__16__map__events__0__pictures__kind__path"] = "kind",
        ["EDGEGATEWAY__devices__16__map__texts__0__part"] = "knife",
        ["EDGEGATEWAY__devices__17__map__events__0__decision__path"] = "Level",
        ["EDGEGATEWAY__devices__17__map__events__0__realName__path"] = "Real",
        ["EDGEGATEWAY__devices__17__map__events__0__handling__path"] = "Handling",
        ["EDGEGATEWAY__devices__17__map__events__0__objects__0__path"] = "Items[]",
        ["EDGEGATEWAY__devices__17__map__events__0__pictures__kind__path"] = "Kind",
        ["EDGEGATEWAY__devices__17__map__texts__0__part"] = "knife",
        ["EDGEGATEWAY__devices__18__id"] = "cabinet-1",
        ["EDGEGATEWAY__devices__18__driver"] = "cabinet",
        ["EDGEGATEWAY__devices__18__temperatures__0__name"] = "inside",
        ["EDGEGATEWAY__devices__18__temperatures__0__high"] = "55",
        ["EDGEGATEWAY__devices__18__fans__0__name"] = "fan",
        ["EDGEGATEWAY__devices__18__contacts__0__name"] = "door",
        ["EDGEGATEWAY__devices__18__supplies__0__name"] = "battery",
        ["EDGEGATEWAY__devices__18__mains__contact__line"] = "1",
        ["EDGEGATEWAY__devices__18__mains__ups__password__env"] = "SECRET",
        ["EDGEGATEWAY__devices__19__id"] = "ups-1",
        ["EDGEGATEWAY__devices__19__driver"] = "ups-nut",
        ["EDGEGATEWAY__devices__19__password__env"] = "SECRET",
        ["EDGEGATEWAY__devices__20__id"] = "reader-1",
        ["EDGEGATEWAY__devices__20__driver"] = "barcode-reader",
        ["EDGEGATEWAY__devices__21__id"] = "belt-1",
        ["EDGEGATEWAY__devices__21__driver"] = "xray-modbus",
        ["EDGEGATEWAY__devices__21__tcp__host"] = "192.0.2.60",
        ["EDGEGATEWAY__devices__21__line__port"] = "/dev/ttyS0",
        ["EDGEGATEWAY__devices__21__units__0__points__0__name"] = "oil_pressure",
        ["EDGEGATEWAY__devices__22__id"] = "air-1",
        ["EDGEGATEWAY__devices__22__driver"] = "drone-mavlink",
        ["EDGEGATEWAY__devices__22__listen"] = "127.0.0.1:14550",
        ["EDGEGATEWAY__devices__22__udp__host"] = "192.0.2.71",
        ["EDGEGATEWAY__devices__22__tcp__host"] = "192.0.2.71",
        ["EDGEGATEWAY__devices__22__line__port"] = "/dev/ttyS0",
        ["EDGEGATEWAY__devices__22__vehicles__0__system"] = "3",
        ["EDGEGATEWAY__devices__22__signing__key__env"] = "SECRET",
        ["EDGEGATEWAY__devices__22__signing__passphrase__env"] = "SECRET",
        ["EDGEGATEWAY__devices__23__id"] = "dock-1",
        ["EDGEGATEWAY__devices__23__driver"] = "drone-dji",
        ["EDGEGATEWAY__devices__23__broker__tls__keyPassword__env"] = "SECRET",
        ["EDGEGATEWAY__devices__23__broker__password__env"] = "SECRET",
        ["EDGEGATEWAY__devices__23__vehicles__0__serial"] = "AIR001",
        ["EDGEGATEWAY__devices__23__app__key__env"] = "SECRET",
        ["EDGEGATEWAY__devices__23__app__license__env"] = "SECRET",
        ["EDGEGATEWAY__devices__23__organization__bindingCode__env"] = "SECRET",
        ["EDGEGATEWAY__devices__24__id"] = "robot-1",
        ["EDGEGATEWAY__devices__24__driver"] = "robot-vda5050",
        ["EDGEGATEWAY__devices__24__broker__tls__keyPassword__env"] = "SECRET",
        ["EDGEGATEWAY__devices__24__broker__password__env"] = "SECRET",
        ["EDGEGATEWAY__devices__24__maps__0__id"] = "hall-1",
        ["EDGEGATEWAY__devices__25__id"] = "counter-1",
        ["EDGEGATEWAY__devices__25__driver"] = "generic-http",
        ["EDGEGATEWAY__devices__25__token__env"] = "SECRET",
        ["EDGEGATEWAY__devices__26__id"] = "weather-1",
        ["EDGEGATEWAY__devices__26__driver"] = "generic-mqtt",
        ["EDGEGATEWAY__devices__26__broker__tls__keyPassword__env"] = "SECRET",
        ["EDGEGATEWAY__devices__26__broker__password__env"] = "SECRET",
        ["EDGEGATEWAY__devices__27__id"] = "kiosk-3",
        ["EDGEGATEWAY__devices__27__driver"] = "kiosk-application",
        ["EDGEGATEWAY__devices__27__token__env"] = "SECRET",
        ["EDGEGATEWAY__devices__27__spool__folder"] = "/srv/kiosk-3",
        ["EDGEGATEWAY__devices__28__id"] = "kiosk-1",
        ["EDGEGATEWAY__devices__28__driver"] = "kiosk-xfs4iot",
        ["EDGEGATEWAY__devices__28__tls__keyPassword__env"] = "SECRET",
        ["EDGEGATEWAY__devices__29__id"] = "agent-1",
        ["EDGEGATEWAY__devices__29__driver"] = "generic-snmp",
        ["EDGEGATEWAY__devices__29__community__env"] = "SECRET",
        ["EDGEGATEWAY__devices__29__printer__low"] = "10",
        ["EDGEGATEWAY__devices__29__switch__mostAnHour"] = "12",
        ["EDGEGATEWAY__devices__29__custom__objects__0__name"] = "charge",
        ["EDGEGATEWAY__hotList__maxEntries"] = "1000",
        ["EDGEGATEWAY__airspace__fences__0__circle__radiusM"] = "300",
        ["EDGEGATEWAY__airspace__battery__percent"] = "25",
        ["EDGEGATEWAY__airspace__linkLost__after"] = "0s",
        ["EDGEGATEWAY__airspace__positions__hold"] = "2s",
        ["EDGEGATEWAY__airspace__intruders__hold"] = "2s",
        ["EDGEGATEWAY__airspace__distress__clear"] = "5s",
        ["SECRET"] = "hush",
    };

    private readonly ConfigurationFixture _at = new();

    public void Dispose() => _at.Dispose();

    [Fact]
    public void Sample_WithItsSecrets_HasNoMistake()
    {
        CopySample();

        var result = GatewayConfiguration.Load(_at.File, _at.Environment, DriverCatalog.All);

        Assert.Empty(result.Findings);
        Assert.Equal(["cam-01", "cam-02", "cam-03", "cam-04", "cam-05", "cam-06"], result.Settings!.Devices.Select(device => device.Id));
    }

    [Fact]
    public void Sample_WithoutItsSecrets_NamesEachOfThem()
    {
        File.Copy(Path.Combine(Repository.Root, "samples/first-site/gateway.json"), _at.File);

        var result = GatewayConfiguration.Load(_at.File, _at.Environment, DriverCatalog.All);

        Assert.Equal(6, result.Findings.Count(finding => finding.Code == "secret-not-found"));
    }

    [Fact]
    public void Schema_Names_AreThoseTheReaderAsksFor()
    {
        CopySample();

        var asked = Asked(DriverCatalog.All, s_everything);
        Assert.Empty(SchemaPaths().Except(asked));
        Assert.Empty(asked.Except(SchemaPaths()));
    }

    [Fact]
    public void Schema_Drivers_AreThoseOfTheCatalog()
    {
        var known = Schema().GetProperty("$defs").GetProperty("device").GetProperty("properties").GetProperty("driver").GetProperty("enum");

        Assert.Equal(DriverCatalog.All.Select(driver => driver.Name).Order(StringComparer.Ordinal), known.EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Schema_NamesOfAnotherDriver_AreMissedByTheComparison()
    {
        CopySample();
        var other = DriverDescriptor.For("hikvision-anpr", "X.Y", [], reader => reader.Text("unheardOf") ?? string.Empty, (_, _) => throw new InvalidOperationException());

        Assert.Contains("devices[].unheardOf", Asked([other], s_everything).Except(SchemaPaths()));
    }

    private void CopySample()
    {
        File.Copy(Path.Combine(Repository.Root, "samples/first-site/gateway.json"), _at.File);
        Directory.CreateDirectory(Path.Combine(_at.Folder, "secrets"));
        foreach (int camera in Enumerable.Range(1, 6))
        {
            File.WriteAllText(Path.Combine(_at.Folder, "secrets", $"cam0{camera}.secret"), "0123456789abcdef01234567\n");
        }
    }

    private IReadOnlyCollection<string> Asked(IReadOnlyList<DriverDescriptor> drivers, Dictionary<string, string> environment)
    {
        var names = GatewayConfiguration.Load(_at.File, environment, drivers).Names;
        return new SortedSet<string>(names.Select(path => Index().Replace(path, "[]")), StringComparer.Ordinal);
    }

    private static IReadOnlyCollection<string> SchemaPaths() => new SchemaNames(Schema()).All();

    private static JsonElement Schema() => JsonDocument.Parse(Repository.Read("docs/gateway.schema.json")).RootElement;

    [GeneratedRegex("\\[[0-9]+\\]")]
    private static partial Regex Index();
}
