using System.Text;
using EdgeGateway.Drivers.XrayScanner;
using EdgeGateway.Drivers.XrayScanner.Dahua;
using EdgeGateway.Drivers.XrayScanner.Hikvision;
using EdgeGateway.Protocol.Dahua;
using EdgeGateway.Protocol.Hikvision;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.XrayScanner;

/// <summary>Broken bodies through the map: nothing is thrown, what comes out is bounded, and the next good event is read.</summary>
public sealed class InspectionFuzzTests
{
    private const int Usual = 4_000;

    private static readonly DateTimeOffset s_received = new(2026, 1, 5, 1, 30, 15, TimeSpan.Zero);

    [Fact]
    public void Read_MutatedDahuaStreams_TheNextEventIsRead()
    {
        var capture = InspectionCapture.Open("xray-dahua", "e2");
        byte[] good = Encoding.UTF8.GetBytes("\r\n--myboundary\r\nContent-Type: text/plain\r\n\r\nCode=XRayDetection;action=Pulse;index=0;data={\"PackageTag\":\"LAST\",\"DangerGrade\":0}\r\n--myboundary--\r\n");
        var host = new FakeHost(null!);
        var events = new InspectionEvents(MapSite.Map("xray-dahua", capture.Map), DahuaXrayMapping.Place(host.Context), new UnmappedEvents(), host);
        Run(capture.Frames, 0xDA17A, bytes =>
        {
            var found = DahuaConversation.ReadAll((byte[])[.. bytes, .. good], capture.ContentType).ToList();
            return found.Select(item => item.Event).OfType<DahuaEvent>().Select(DahuaXrayMapping.ToEvent).OfType<InspectionEvent>().Select(told => events.Read(told, s_received));
        });
    }

    [Fact]
    public void Read_MutatedIsapiBodies_TheNextEventIsRead()
    {
        var capture = InspectionCapture.Open("xray-hikvision", "e1");
        byte[] good = Encoding.UTF8.GetBytes("\r\n--MIME_boundary\r\nContent-Type: application/json\r\n\r\n{\"eventType\":\"demoPackage\",\"eventState\":\"active\",\"Demo\":{\"barcode\":\"LAST\",\"level\":0}}\r\n--MIME_boundary--\r\n");
        byte[] first = capture.Frames.AsSpan(0, capture.Frames.AsSpan().LastIndexOf("--MIME_boundary--"u8)).ToArray();
        var host = new FakeHost(null!);
        var events = new InspectionEvents(MapSite.Map("xray-hikvision", capture.Map), HikvisionXrayMapping.Place(host.Context), new UnmappedEvents(), host);
        Run(first, 0x15A91, bytes => IsapiConversation.ReadBody((byte[])[.. bytes, .. good], capture.ContentType)
            .Select(item => item.Event).OfType<IsapiEvent>().Select(HikvisionXrayMapping.ToEvent).OfType<InspectionEvent>().Select(told => events.Read(told, s_received)));
    }

    private static void Run(byte[] good, int seed, Func<byte[], IEnumerable<Reading?>> read)
    {
        int count = FuzzSize.Of(Usual);
        var random = new Random(seed);
        for (int i = 0; i < count; i++)
        {
            byte[] bytes = Mutate(good, random);
            var readings = read(bytes).OfType<Reading>().Where(reading => reading.Body is ParcelInspectionBody).Select(reading => (ParcelInspectionBody)reading.Body).ToList();

            Assert.True(readings.Any(body => body.Barcodes?.Contains("LAST") == true || body.Scan?.Uid == "LAST"), $"seed {seed}, input {i}: the next event is lost");
            Assert.All(readings, body => Assert.True((body.Items?.Count ?? 0) <= ObjectsMap.Most && (body.Barcodes?.All(code => code.Length <= 64) ?? true)));
        }
    }

    /// <summary>Everything but the line of dashes itself: what a boundary inside the damage does is the multipart reader's own test.</summary>
    private static byte[] Mutate(byte[] good, Random random)
    {
        byte[] bytes = (byte[])good.Clone();
        int start = bytes.AsSpan().IndexOf("{"u8);
        for (int change = random.Next(1, 6); change > 0; change--)
        {
            int at = random.Next(start, bytes.Length - 24);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] = (byte)"{}[]\",:0-e"[random.Next(10)];
                    break;
                case 2:
                    bytes = [.. bytes.AsSpan(0, at), .. bytes.AsSpan(Math.Min(at + random.Next(1, 20), bytes.Length - 24))];
                    break;
                default:
                    bytes = [.. bytes.AsSpan(0, at), .. bytes.AsSpan(start, Math.Min(60, bytes.Length - start)), .. bytes.AsSpan(at)];
                    break;
            }
        }

        return bytes;
    }
}
