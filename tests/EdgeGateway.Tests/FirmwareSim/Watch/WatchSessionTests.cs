using System.Text;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Sim.Verification;
using EdgeGateway.Sim.Watch;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Watch;

public sealed class WatchSessionTests
{
    private const string Reading =
        "{\"id\":\"gw:e:7\",\"subject\":\"cam-01\",\"type\":\"edge.plate.read.v1\",\"time\":\"2024-11-22T03:32:00.120Z\",\"epoch\":\"e\",\"seq\":7,"
        + "\"data\":{\"plate\":{\"text\":\"苏A3HK57\"},\"laneNo\":2,\"media\":[{\"sha256\":\"ab\",\"bytes\":231044}],\"source\":{\"nativeId\":\"u-1\"}}}";

    private readonly HandClock _clock = new(Camera.At.AddMilliseconds(25));

    [Fact]
    public async Task Take_ReadingAndPicture_AreWrittenForVerify()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using (var log = new ReceivedLog(path))
        {
            Feed(new WatchSession(new WatchOptions(Topics.DefaultRoot, Quiet: true, Latency: false), log, TextWriter.Null, _clock));
        }

        List<ReceivedLine> lines = [.. new ReceivedFile(Topics.DefaultRoot).Read(File.ReadLines(path))];
        File.Delete(path);
        Assert.Equal([ReceivedLine.Reading, ReceivedLine.MediaBytes], lines.Select(line => line.Type));
        Assert.Equal(("u-1", "苏A3HK57", _clock.Now), (lines[0].NativeId, lines[0].Plate, lines[0].At));
    }

    [Fact]
    public void Take_NotQuiet_ShowsPlateLaneTimeAndSize()
    {
        var output = new StringWriter();
        Feed(new WatchSession(new WatchOptions(Topics.DefaultRoot, Quiet: false, Latency: false), null, output, _clock));
        string line = output.ToString();
        Assert.All(["苏A3HK57", "lane 2", "03:32:00.120", "231.0 kB", "cam-01"], word => Assert.Contains(word, line, StringComparison.Ordinal));
    }

    [Fact]
    public void Summary_Latency_IsReceiptMinusPassage()
    {
        var session = new WatchSession(new WatchOptions(Topics.DefaultRoot, Quiet: true, Latency: true), null, TextWriter.Null, _clock);
        Feed(session);
        Assert.Matches("\"readings\":1,\"pictures\":1,\"unreadable\":0,\"latencies\":1,\"p50Ms\":25(\\.\\d+)?,", session.Summary);
    }

    private static void Feed(WatchSession session)
    {
        session.Take("edge/v1/3f/site/gw/up/event/cam-01/plate.read", Encoding.UTF8.GetBytes(Reading));
        session.Take("edge/v1/3f/site/gw/up/media/ab", new byte[] { 1 });
        session.Take("edge/v1/3f/site/gw/state", "{}"u8.ToArray());
    }
}
