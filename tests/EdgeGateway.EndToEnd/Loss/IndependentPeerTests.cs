using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EdgeGateway.EndToEnd.Support;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Loss;

/// <summary>The same way, with ends that we did not write: mosquitto_sub receives, the framework's own multipart writer sends.</summary>
public sealed class IndependentPeerTests(ITestOutputHelper output)
{
    private const string Alert = """
        <?xml version="1.0" encoding="UTF-8"?>
        <EventNotificationAlert version="2.0" xmlns="http://www.isapi.org/ver20/XMLSchema">
        <ipAddress>192.0.2.20</ipAddress><macAddress>02:00:00:00:00:20</macAddress><channelID>1</channelID>
        <dateTime>2024-06-24T19:52:35+08:00</dateTime><activePostCount>1</activePostCount>
        <eventType>ANPR</eventType><eventState>active</eventState><eventDescription>ANPR</eventDescription>
        <ANPR><country>59</country><licensePlate>蓝苏A3HK57</licensePlate><line>2</line><direction>forward</direction>
        <confidenceLevel>97</confidenceLevel><plateType>92TypeCivil</plateType><plateColor>blue</plateColor>
        <pictureInfoList><pictureInfo><fileName>detectionPicture.jpg</fileName><type>detectionPicture</type>
        <dataType>0</dataType><absTime>20240624195235480</absTime></pictureInfo></pictureInfoList></ANPR>
        <UUID>00000000-0000-4000-8000-000000000001</UUID><picNum>1</picNum></EventNotificationAlert>
        """;

    [Fact]
    public async Task MosquittoSub_ReceivesASite_LedgerBalances()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var site = new TestSite(broker.Port, cameras: 4);
        await using var receiver = broker.Subscribe("-q", "1", "-t", "edge/v1/#", "-F", "%t %x");
        var gateway = site.StartGateway();
        await Wait.UntilAsync(site.InboxAnswers, TimeSpan.FromSeconds(15), () => gateway.Output);
        var cameras = site.StartCameras(seconds: 5);
        await cameras.ExitAsync(TimeSpan.FromSeconds(60));
        await EmptyAsync(site);
        await File.WriteAllLinesAsync(site.Received, receiver.Lines);
        var verdict = await site.VerifyAsync("--ordered");
        output.WriteLine(verdict.Line);
        Assert.True(verdict.Code == 0, verdict.All);
        Assert.True(site.TruthLines >= 100, $"only {site.TruthLines} readings");
    }

    [Fact]
    public async Task FrameworksMultipartWriter_PostsTheReferenceBody_ArrivesAsTheDocumentSays()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var site = new TestSite(broker.Port, cameras: 1);
        await using var receiver = broker.Subscribe("-q", "1", "-t", "edge/v1/+/+/+/up/event/#", "-F", "%p");
        var gateway = site.StartGateway();
        await Wait.UntilAsync(site.InboxAnswers, TimeSpan.FromSeconds(15), () => gateway.Output);
        using var http = new HttpClient();
        using var answer = await http.PostAsync(new Uri($"http://127.0.0.1:{site.InboxPort}/cam-01/token-of-this-test"), Body());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Wait.UntilAsync(() => receiver.Lines.Count > 0, TimeSpan.FromSeconds(20), () => gateway.Output);
        var reading = JsonDocument.Parse(receiver.Lines.First()).RootElement;
        var plate = reading.GetProperty("data").GetProperty("plate");
        Assert.Equal(("苏A3HK57", "VALID", "02", 5), (
            plate.GetProperty("text").GetString(), plate.GetProperty("outcome").GetString(), plate.GetProperty("plateClass").GetString(), plate.GetProperty("colour").GetInt32()));
        Assert.Equal("2024-06-24T11:52:35.480Z", reading.GetProperty("time").GetString());
        Assert.Equal(2, reading.GetProperty("data").GetProperty("laneNo").GetInt32());

        // HS1 of the document, computed by a program of others; HS2 would mean that the line end was kept.
        Assert.Equal(
            "32461d5bd1773012acef0ba15636752949bd7c2ce50f9172159d9f56cf0dd9af",
            reading.GetProperty("data").GetProperty("media")[0].GetProperty("sha256").GetString());
    }

    private static MultipartFormDataContent Body()
    {
        var picture = new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xD9]);
        picture.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        return new MultipartFormDataContent("boundary")
        {
            { new StringContent(Alert, Encoding.UTF8, "application/xml"), "anpr.xml", "anpr.xml" },
            { picture, "detectionPicture.jpg", "detectionPicture.jpg" },
        };
    }

    private static async Task EmptyAsync(TestSite site)
    {
        string waiting = "\"waiting\":{\"alarm\":0,\"event\":0,\"telemetry\":0}";
        string seen = string.Empty;
        for (int tries = 0; tries < 60 && !(seen.Contains(waiting, StringComparison.Ordinal) && seen.Contains("\"mediaWaiting\":0", StringComparison.Ordinal)); tries++)
        {
            await Task.Delay(500);
            await using var status = ChildProcess.Start(Binaries.Gateway, ["store", "status", "--config", site.Configuration, "--json"]);
            await status.ExitAsync(TimeSpan.FromSeconds(20));
            seen = status.Output;
        }

        Assert.Contains(waiting, seen);
    }
}
