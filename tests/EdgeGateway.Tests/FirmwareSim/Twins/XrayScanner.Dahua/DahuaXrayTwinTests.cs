using System.Net;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.HttpDevice;
using EdgeGateway.Drivers.XrayScanner.Dahua;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Inspections;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.XrayScanner.Dahua;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.XrayScanner;
using EdgeGateway.Tests.FirmwareSim.Inspections;

namespace EdgeGateway.Tests.FirmwareSim.Twins.XrayScanner.Dahua;

public sealed class DahuaXrayTwinTests
{
    private const string JsonMap = """
        {
          "events": [
            { "types": ["XRayDetection"], "tag": "PackageTag", "barcodes": "BarCodes[]", "time": "UTC", "grade": "DangerGrade",
              "objects": [{ "path": "Objects[]", "code": "ObjectType", "confidence": "Similarity", "box": "BoundingBox" }] },
            { "types": ["XRayUnpacking*"], "sort": "opening", "tag": "PackageTag", "time": "UTC", "handling": "Handling" }
          ]
        }
        """;

    private const string LinesMap = """
        {
          "events": [
            { "types": ["XRayDetection"], "tag": "Package.Tag", "barcodes": "Package.Codes[]", "time": "Package.Utc", "decision": "Package.Grade",
              "objects": [{ "path": "Views[].Things[]", "code": "Type", "confidence": "Score" }] },
            { "types": ["XRayUnpackingInvented"], "sort": "opening", "tag": "Package.Tag", "time": "Package.Utc", "handling": "Result.Handling" }
          ]
        }
        """;

    [Fact]
    public async Task Run_JsonInPiecesOfSevenBytesWithRepeatsUnknownAndBrokenBodies_ArrivesAsTold()
    {
        var host = new FakeHost(null!);
        await RunAsync(new InspectionProfile { Chunk = 7, RepeatEvery = 3, UnknownEvery = 4, BrokenEvery = 5, HeartbeatPeriod = TimeSpan.FromMilliseconds(100) }, JsonMap, DahuaXrayMode.Events, host);

        Assert.Contains((FaultKind.Garbled, "json-broken"), host.Faults);
        Assert.Contains((FaultKind.Unsupported, "event-not-mapped"), host.Faults);
    }

    [Fact]
    public async Task Run_LinesWithPicturesAndCutStreams_ArrivesAsTold() =>
        await RunAsync(
            new InspectionProfile { Dialect = InspectionDialect.Text, RetryPause = TimeSpan.FromMilliseconds(20), HeartbeatPeriod = TimeSpan.FromMilliseconds(100) },
            LinesMap, DahuaXrayMode.Snap, new FakeHost(null!), trouble => trouble.CutInside(2));

    private static async Task RunAsync(InspectionProfile profile, string map, DahuaXrayMode mode, FakeHost host, Action<DeviceTrouble>? trouble = null)
    {
        var voice = new DahuaXrayVoice("cam-1", profile);
        var server = DahuaXrayTwin.Server(voice, profile, new IPEndPoint(IPAddress.Loopback, 0), new DigestGate(DigestPolicy.Qop, "admin", "Pass-1234", 7, TimeProvider.System));
        var read = MapSite.Map("xray-dahua", map);
        DahuaXrayOptions? options = null;
        await ScannerRun.CompareAsync(profile, voice, new StreamInspectionWire(server, profile.Chunk), host, () => new DahuaXrayDriver(host.Context, options ??= new DahuaXrayOptions
        {
            Peer = new HttpPeer { Host = "127.0.0.1", Port = server.EndPoint.Port, User = "admin", Password = new Secret("Pass-1234") },
            Mode = mode,
            Map = read,
        }), trouble);
    }
}
