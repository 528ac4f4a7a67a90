using System.Text.Json;
using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Tests.EdgeGateway.Configuration;

public sealed class InspectionReaderTests
{
    private readonly SettingsReport _report = new(new NoSecrets());

    [Fact]
    public void Read_Stations_GiveEverythingThatIsWritten()
    {
        var station = Read("""
            { "stations": [ { "code": "st-1", "name": "Line 1",
              "devices": { "scanners": ["xray-1"], "barcodes": ["bar-1"], "plcs": ["plc-1"], "desks": ["desk-1"] },
              "joinWithin": "30s", "settleAfter": "2s", "finalAfter": "45s", "closedKept": "2h", "closedMost": 500, "openMost": 32,
              "expects": ["scan", "picture"], "timing": [ { "device": "bar-1", "ahead": "3s", "tolerance": "500ms" } ] } ] }
            """).Stations.Single();

        Assert.Empty(_report.Findings);
        Assert.Equal(("st-1", "Line 1", "xray-1", "desk-1"), (station.Code, station.Name, station.Scanners.Single(), station.Desks.Single()));
        Assert.Equal((30, 2, 45, 7200, 500, 32), (station.JoinWithin.TotalSeconds, station.SettleAfter.TotalSeconds, station.FinalAfter.TotalSeconds, station.ClosedKept.TotalSeconds, station.ClosedMost, station.OpenMost));
        Assert.Equal([PartWord.Scan, PartWord.Picture], station.Expects);
        Assert.Equal(new BeltTiming(TimeSpan.FromSeconds(-3), TimeSpan.FromMilliseconds(500)), station.TimingOf("bar-1"));
        Assert.Equal(BeltTiming.Unmeasured, station.TimingOf("plc-1"));
    }

    [Fact]
    public void Read_WithoutExpects_WaitsForWhatItsDevicesTell()
    {
        var station = Read("""{ "stations": [ { "code": "st-1", "devices": { "scanners": ["xray-1"], "barcodes": ["bar-1"], "desks": ["desk-1"] } } ] }""").Stations.Single();

        Assert.Equal([PartWord.Scan, PartWord.Barcode], station.Expects);
    }

    [Theory]
    [InlineData("""{ }""", "inspection.stations", "missing")]
    [InlineData("""{ "stations": [ { "code": "a", "devices": { } } ] }""", "inspection.stations[0].devices", "missing")]
    [InlineData("""{ "stations": [ { "code": "a", "devices": { "scanners": ["xray-2"] } } ] }""", "inspection.stations[0].devices.scanners", "unknown-device")]
    [InlineData("""{ "stations": [ { "code": "a", "devices": { "scanners": ["xray-1"], "plcs": ["xray-1"] } } ] }""", "inspection.stations[0].devices.plcs", "device-twice")]
    [InlineData("""{ "stations": [ { "code": "a", "devices": { "scanners": ["xray-1"] } }, { "code": "a", "devices": { "plcs": ["plc-1"] } } ] }""", "inspection.stations[1].code", "code-twice")]
    [InlineData("""{ "stations": [ { "code": "a", "devices": { "scanners": ["xray-1"] }, "expects": ["barcode"] } ] }""", "inspection.stations[0].expects", "nobody-tells")]
    [InlineData("""{ "stations": [ { "code": "a", "devices": { "scanners": ["xray-1"] }, "expects": ["scann"] } ] }""", "inspection.stations[0].expects", "unknown-choice")]
    [InlineData("""{ "stations": [ { "code": "a", "devices": { "scanners": ["xray-1"] }, "timing": [ { "device": "plc-1" } ] } ] }""", "inspection.stations[0].timing[0].device", "not-of-station")]
    [InlineData("""{ "stations": [ { "code": "a", "devices": { "scanners": ["xray-1"] }, "timing": [ { "device": "xray-1", "ahead": "1s", "behind": "1s" } ] } ] }""", "inspection.stations[0].timing[0].behind", "contradiction")]
    [InlineData("""{ "stations": [ { "code": "a", "devices": { "scanners": ["xray-1"] }, "finalAfter": "2h" } ] }""", "inspection.stations[0].finalAfter", "out-of-range")]
    public void Read_Mistake_IsNamedWithItsPath(string text, string path, string code)
    {
        Read(text);

        var finding = Assert.Single(_report.Findings);
        Assert.Equal((path, code), (finding.Path, finding.Code));
    }

    private InspectionSettings Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return new InspectionReader(["xray-1", "bar-1", "plc-1", "desk-1"]).Read(new SettingsReader(document.RootElement, "inspection", _report));
    }

    private sealed class NoSecrets : ISecretSource
    {
        public Secret? Resolve(string? file, string? env, string? credential) => null;
    }
}
