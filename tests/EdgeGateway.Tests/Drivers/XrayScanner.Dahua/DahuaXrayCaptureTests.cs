using EdgeGateway.Drivers.XrayScanner;
using EdgeGateway.Drivers.XrayScanner.Dahua;
using EdgeGateway.Protocol.Dahua;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.XrayScanner;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Dahua;

/// <summary>Every capture through the stream's reader and the site's map, in the pieces in which it comes and byte by byte.</summary>
public sealed class DahuaXrayCaptureTests
{
    public static TheoryData<string> Cases => [.. InspectionCapture.Names("xray-dahua")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_Capture_GivesWhatTheDocumentSays(string name)
    {
        var capture = InspectionCapture.Open("xray-dahua", name);
        foreach (int chunk in new[] { Math.Min(capture.Chunk, capture.Frames.Length), 1, capture.Frames.Length })
        {
            var host = new FakeHost(null!);
            var readings = Read(capture, chunk, host, out int heartbeats);

            capture.Compare(readings);
            Assert.Equal(capture.Heartbeats, heartbeats);
            Assert.Empty(host.Faults);
        }
    }

    private static List<Reading> Read(InspectionCapture capture, int chunk, FakeHost host, out int heartbeats)
    {
        var events = new InspectionEvents(MapSite.Map("xray-dahua", capture.Map), DahuaXrayMapping.Place(host.Context), new UnmappedEvents(), host);
        var conversation = new DahuaConversation(capture.ContentType);
        var items = new List<DahuaItem>();
        foreach (byte[] piece in capture.Frames.Chunk(chunk))
        {
            conversation.Append(piece);
            while (conversation.TryRead(out var item))
            {
                items.Add(item);
            }
        }

        heartbeats = items.Count(item => item.Kind == DahuaItemKind.Heartbeat);
        Assert.DoesNotContain(items, item => item.Fault is not null);
        return [.. items.Select(item => item.Event).OfType<DahuaEvent>().Select(DahuaXrayMapping.ToEvent).OfType<InspectionEvent>().Select(told => events.Read(told, capture.Received)).OfType<Reading>()];
    }
}
