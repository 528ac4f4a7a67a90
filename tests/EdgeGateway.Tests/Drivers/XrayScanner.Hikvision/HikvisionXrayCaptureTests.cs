using EdgeGateway.Drivers.XrayScanner;
using EdgeGateway.Drivers.XrayScanner.Hikvision;
using EdgeGateway.Protocol.Hikvision;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.XrayScanner;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Hikvision;

/// <summary>Every capture as a pushed body, and the same bytes as a stream that comes byte by byte.</summary>
public sealed class HikvisionXrayCaptureTests
{
    public static TheoryData<string> Cases => [.. InspectionCapture.Names("xray-hikvision")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_PushedCapture_GivesWhatTheDocumentSays(string name)
    {
        var capture = InspectionCapture.Open("xray-hikvision", name);

        Check(capture, IsapiConversation.ReadBody(capture.Frames, capture.ContentType));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_StreamedCapture_GivesTheSame(string name)
    {
        var capture = InspectionCapture.Open("xray-hikvision", name);
        var conversation = new IsapiConversation(capture.ContentType);
        var items = new List<IsapiItem>();
        foreach (byte[] piece in capture.Frames.Chunk(1))
        {
            conversation.Append(piece);
            while (conversation.TryRead(out var item))
            {
                items.Add(item);
            }
        }

        Check(capture, items);
    }

    private static void Check(InspectionCapture capture, IReadOnlyList<IsapiItem> items)
    {
        var host = new FakeHost(null!);
        var events = new InspectionEvents(MapSite.Map("xray-hikvision", capture.Map), HikvisionXrayMapping.Place(host.Context), new UnmappedEvents(), host);

        capture.Compare([.. items.Select(item => item.Event).OfType<IsapiEvent>().Select(HikvisionXrayMapping.ToEvent).OfType<InspectionEvent>().Select(told => events.Read(told, capture.Received)).OfType<Reading>()]);
        Assert.Equal(capture.Heartbeats, items.Count(item => item.Kind == IsapiItemKind.Heartbeat));
        Assert.Empty(host.Faults);
        Assert.DoesNotContain(items, item => item.Fault is not null);
    }
}
