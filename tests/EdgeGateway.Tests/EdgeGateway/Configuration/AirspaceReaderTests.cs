using System.Text.Json;
using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Geo;

namespace EdgeGateway.Tests.EdgeGateway.Configuration;

public sealed class AirspaceReaderTests
{
    private const string Corners = "[ [22.50, 113.90], [22.50, 113.91], [22.51, 113.91] ]";

    private readonly SettingsReport _report = new(new NoSecrets());

    [Fact]
    public void Read_Everything_GivesWhatIsWritten()
    {
        var settings = Read($$"""
            { "fences": [
                { "name": "harbour", "kind": "stay-in", "polygon": {{Corners}}, "devices": ["drones-1"], "vehicles": ["drone-east"], "floorM": -2, "ceilingM": 120, "marginM": 5 },
                { "name": "pier", "kind": "keep-out", "circle": { "lat": 22.5, "lon": 113.9, "radiusM": 300 } } ],
              "own": ["1581F5BKD23280015"],
              "battery": { "percent": 30, "homeDistanceM": 800, "reservePercent": 15, "hysteresisPercent": 8, "hold": "1s" },
              "linkLost": { "after": "2s", "silence": "20s" }, "positions": { "hold": "4s", "jumpSpeedMps": 45 },
              "intruders": { "hold": "5s", "silence": "15s" }, "distress": { "clear": "7s" } }
            """);

        Assert.Empty(_report.Findings);
        var (harbour, pier) = (settings.Fences[0], settings.Fences[1]);
        Assert.Equal(("harbour", FenceKind.StayIn, -2, 120, 5), (harbour.Name, harbour.Kind, harbour.FloorM, harbour.CeilingM, harbour.MarginM));
        Assert.Equal((true, true, false), (harbour.Holds("drones-1", "sys-1"), harbour.Holds("x", "drone-east"), harbour.Holds("x", "sys-1")));
        Assert.Equal(new GeoPoint(22.50, 113.91), Assert.IsType<GeoPolygon>(harbour.Area).Corners[1]);
        Assert.Equal(100, Assert.IsType<GeoCircle>(pier.Area).OutsideM(Geodesic.Destination(new(22.5, 113.9), 0, 400)), 0.01);
        Assert.False(pier.Holds("drones-1", "drone-east"));
        Assert.Equal(new BatteryLimits { Percent = 30, HomeDistanceM = 800, ReservePercent = 15, HysteresisPercent = 8, Hold = TimeSpan.FromSeconds(1) }, settings.Battery);
        Assert.Equal((2, 20, 4, 45), (settings.LinkLostAfter.TotalSeconds, settings.LinkSilence.TotalSeconds, settings.FenceHold.TotalSeconds, settings.JumpSpeedMps));
        Assert.Equal((5, 15, 7), (settings.IntruderHold.TotalSeconds, settings.IntruderSilence.TotalSeconds, settings.DistressClear.TotalSeconds));
        Assert.Equal("1581F5BKD23280015", settings.Own.Single());
    }

    [Fact]
    public void Read_NothingWritten_IsTheStandard()
    {
        var settings = Read("{ }");

        Assert.Empty(_report.Findings);
        Assert.Empty(settings.Fences);
        Assert.Equal(new BatteryLimits(), settings.Battery);
    }

    [Theory]
    [InlineData("""{ "fences": [ { "kind": "keep-out", "polygon": CORNERS } ] }""", "airspace.fences[0].name", "missing")]
    [InlineData("""{ "fences": [ { "name": "a", "polygon": CORNERS, "devices": ["drones-1"] } ] }""", "airspace.fences[0].kind", "missing")]
    [InlineData("""{ "fences": [ { "name": "a", "kind": "keepout", "polygon": CORNERS, "devices": ["drones-1"] } ] }""", "airspace.fences[0].kind", "unknown-choice")]
    [InlineData("""{ "fences": [ { "name": "a", "kind": "keep-out", "polygon": CORNERS }, { "name": "a", "kind": "keep-out", "polygon": CORNERS } ] }""", "airspace.fences[1].name", "name-twice")]
    [InlineData("""{ "fences": [ { "name": "a", "kind": "keep-out" } ] }""", "airspace.fences[0]", "missing")]
    [InlineData("""{ "fences": [ { "name": "a", "kind": "keep-out", "polygon": CORNERS, "circle": { "lat": 1, "lon": 1, "radiusM": 9 } } ] }""", "airspace.fences[0].circle", "contradiction")]
    [InlineData("""{ "fences": [ { "name": "a", "kind": "keep-out", "circle": { "lat": 1, "lon": 1 } } ] }""", "airspace.fences[0].circle.radiusM", "missing")]
    [InlineData("""{ "fences": [ { "name": "a", "kind": "keep-out", "circle": { "lat": 1, "lon": 1, "radiusM": 60000 } } ] }""", "airspace.fences[0].circle.radiusM", "out-of-range")]
    [InlineData("""{ "fences": [ { "name": "a", "kind": "keep-out", "polygon": [ [1, 2], [3] ] } ] }""", "airspace.fences[0].polygon", "not-a-list")]
    [InlineData("""{ "fences": [ { "name": "a", "kind": "keep-out", "polygon": [ [22.5, 113.9], [22.6, 113.9] ] } ] }""", "airspace.fences[0].polygon", "no-area")]
    [InlineData("""{ "fences": [ { "name": "a", "kind": "keep-out", "polygon": [ [113.9, 22.5], [113.9, 22.6], [113.8, 22.6] ] } ] }""", "airspace.fences[0].polygon", "no-area")]
    [InlineData("""{ "fences": [ { "name": "a", "kind": "keep-out", "polygon": [ [22.5, 179.9], [22.6, -179.9], [22.7, 179.9] ] } ] }""", "airspace.fences[0].polygon", "no-area")]
    [InlineData("""{ "fences": [ { "name": "a", "kind": "stay-in", "polygon": CORNERS } ] }""", "airspace.fences[0]", "nobody")]
    [InlineData("""{ "fences": [ { "name": "a", "kind": "stay-in", "polygon": CORNERS, "devices": ["drone-1"] } ] }""", "airspace.fences[0].devices", "unknown-device")]
    [InlineData("""{ "fences": [ { "name": "a", "kind": "keep-out", "polygon": CORNERS, "vehicles": ["x"] } ] }""", "airspace.fences[0].vehicles", "contradiction")]
    [InlineData("""{ "fences": [ { "name": "a", "kind": "keep-out", "polygon": CORNERS, "floorM": 50, "ceilingM": 50 } ] }""", "airspace.fences[0].ceilingM", "contradiction")]
    [InlineData("""{ "fences": [ { "name": "a", "kind": "keep-out", "polygon": CORNERS, "marginM": -1 } ] }""", "airspace.fences[0].marginM", "out-of-range")]
    [InlineData("""{ "own": [""] }""", "airspace.own", "not-a-serial")]
    [InlineData("""{ "battery": { "percent": 96 } }""", "airspace.battery.hysteresisPercent", "never-ends")]
    [InlineData("""{ "linkLost": { "silence": "1s" } }""", "airspace.linkLost.silence", "out-of-range")]
    [InlineData("""{ "positions": { "jumpSpeedMps": 1 } }""", "airspace.positions.jumpSpeedMps", "out-of-range")]
    [InlineData("""{ "fence": [] }""", "airspace.fence", "unknown-key")]
    public void Read_Mistake_IsNamedWithItsPath(string text, string path, string code)
    {
        Read(text.Replace("CORNERS", Corners, StringComparison.Ordinal));

        var finding = Assert.Single(_report.Findings);
        Assert.Equal((path, code), (finding.Path, finding.Code));
    }

    [Fact]
    public void Read_NearlyADevice_NamesTheNearest()
    {
        Read($$"""{ "fences": [ { "name": "a", "kind": "stay-in", "polygon": {{Corners}}, "devices": ["drone-1"] } ] }""");

        var right = Assert.Single(_report.Findings).Right;
        Assert.Contains("\"drones-1\"", right.En, StringComparison.Ordinal);
        Assert.Contains("\"drones-1\"", right.Zh, StringComparison.Ordinal);
    }

    private AirspaceSettings Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return new AirspaceReader(["drones-1", "dock-1"]).Read(new SettingsReader(document.RootElement, "airspace", _report));
    }

    private sealed class NoSecrets : ISecretSource
    {
        public Secret? Resolve(string? file, string? env, string? credential) => null;
    }
}
