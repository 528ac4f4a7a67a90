using System.Net;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.HttpDevice;
using EdgeGateway.Drivers.XrayScanner.Hikvision;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Inspections;
using EdgeGateway.Sim.Twins.XrayScanner.Hikvision;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Transport;
using EdgeGateway.Tests.Drivers.XrayScanner;
using EdgeGateway.Tests.FirmwareSim.Inspections;

namespace EdgeGateway.Tests.FirmwareSim.Twins.XrayScanner.Hikvision;

public sealed class HikvisionXrayTwinTests
{
    private const string JsonMap = """
        {
          "events": [
            { "types": ["demoPackage"], "tag": "Demo.tag", "barcodes": "Demo.barcode", "decision": "Demo.level",
              "objects": [{ "path": "Demo.items[]", "text": "type", "confidence": "score", "box": "box" }],
              "pictures": { "images": "Demo", "contentId": "contentID" } },
            { "types": ["demoUnpack"], "sort": "opening", "tag": "Unpack.tag", "handling": "Unpack.handling" }
          ]
        }
        """;

    private const string XmlMap = """
        {
          "events": [
            { "types": ["demoParcel"], "tag": "parcel.key", "barcodes": "parcel.labels.label[]", "grade": "parcel.grade",
              "objects": [{ "path": "parcel.things.thing[]", "text": "class", "confidence": "certainty" }] },
            { "types": ["demoUnpack"], "sort": "opening", "tag": "parcel.key", "handling": "parcel.handling" }
          ]
        }
        """;

    [Fact]
    public async Task Run_StreamOfJsonInPiecesOfSevenBytes_ArrivesAsTold()
    {
        var profile = new InspectionProfile { Chunk = 7, RepeatEvery = 3, UnknownEvery = 4, BrokenEvery = 5, HeartbeatPeriod = TimeSpan.FromMilliseconds(100) };
        var host = new FakeHost(null!);
        var voice = new HikvisionXrayVoice("cam-1", profile, posts: false);
        var server = new AlertStreamServer(new IPEndPoint(IPAddress.Loopback, 0), voice.ContentType, new DigestGate(DigestPolicy.Qop, "admin", "Pass-1234", 7, TimeProvider.System));
        var map = MapSite.Map("xray-hikvision", JsonMap);
        HikvisionXrayOptions? options = null;

        await ScannerRun.CompareAsync(profile, voice, new StreamInspectionWire(server, profile.Chunk), host, () => new HikvisionXrayDriver(host.Context, options ??= new HikvisionXrayOptions
        {
            Peer = new HttpPeer { Host = "127.0.0.1", Port = server.EndPoint.Port, User = "admin", Password = new Secret("Pass-1234") },
            AskClock = false,
            Map = map,
        }));

        Assert.Contains((FaultKind.Garbled, "json-broken"), host.Faults);
        Assert.Contains((FaultKind.Unsupported, "event-not-mapped"), host.Faults);
    }

    [Fact]
    public async Task Run_PostedXmlWithGarbageAndCuts_ArrivesAsTold()
    {
        await using var inbox = await InboxRig.StartAsync();
        var profile = new InspectionProfile { Dialect = InspectionDialect.Text, RetryPause = TimeSpan.FromMilliseconds(20) };
        var host = new FakeHost(inbox.Inbox);
        var voice = new HikvisionXrayVoice("cam-1", profile, posts: true);
        var target = new Uri(FormattableString.Invariant($"http://127.0.0.1:{inbox.Inbox.Port}/cam-1/t0ken-of-cam-1/"));
        var map = MapSite.Map("xray-hikvision", XmlMap);

        await ScannerRun.CompareAsync(profile, voice, new PushInspectionWire(target, voice.ContentType), host, () => new HikvisionXrayDriver(host.Context, new HikvisionXrayOptions
        {
            Direction = HikvisionXrayDirection.Push,
            Token = new Secret("t0ken-of-cam-1"),
            Map = map,
        }), trouble =>
        {
            trouble.Garbage(1);
            trouble.CutInside(1);
        });
    }
}
