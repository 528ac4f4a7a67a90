using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Cameras;

/// <summary>An X-ray scanner that we did not write: curl, with its own multipart, posts the open vector E1 of xray.md section 7.4.</summary>
public sealed class CurlScannerTests
{
    private const string Event =
        "{\"ipAddress\":\"192.0.2.64\",\"portNo\":80,\"channelID\":1,\"dateTime\":\"2026-01-05T09:30:14+08:00\",\"activePostCount\":1,\"eventType\":\"demoPackage\",\"eventState\":\"active\",\"eventDescription\":\"demo\","
        + "\"Demo\":{\"barcode\":\"SF1234567890123\",\"level\":2,\"items\":[{\"type\":\"knife\",\"score\":87,\"box\":[120,64,168,94]}],\"contentID\":\"x1\"}}";

    private static readonly byte[] s_picture = [0xFF, 0xD8, 0xFF, 0xD9];

    [Fact]
    public async Task Curl_PostsAnInspection_ArrivesAsAnAlarmAtAnotherProgram()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var site = new TestSite(broker.Port, cameras: 1);
        AddScanner(site);
        await using var receiver = broker.Subscribe("-q", "1", "-t", "edge/v1/+/+/+/up/alarm/#", "-F", "%p");
        var gateway = site.StartGateway();
        await Wait.UntilAsync(site.InboxAnswers, TimeSpan.FromSeconds(15), () => gateway.Output);
        string picture = Path.Combine(site.Folder, "x1");
        File.WriteAllBytes(picture, s_picture);
        string[] parts = ["-F", $"event={Event};type=application/json", "-F", $"x1=@{picture};type=image/jpeg;filename=x1"];
        await Wait.UntilAsync(() => CurlAsync(site, "token-of-scanner", "-F", "event={\"eventType\":\"videoloss\",\"eventState\":\"inactive\"};type=application/json").Result == "200", TimeSpan.FromSeconds(15), () => gateway.Output);

        Assert.NotEqual("200", await CurlAsync(site, "another-token-1", parts));
        Assert.Equal("200", await CurlAsync(site, "token-of-scanner", parts));

        await Wait.UntilAsync(() => receiver.Lines.Count > 0, TimeSpan.FromSeconds(20), () => gateway.Output);
        var data = JsonDocument.Parse(receiver.Lines.First()).RootElement.GetProperty("data");
        Assert.Equal(("alarm", "SF1234567890123"), (data.GetProperty("result").GetString(), data.GetProperty("waybillNo").GetString()));
        Assert.Equal(("P02.01", 0.87), (data.GetProperty("items")[0].GetProperty("category").GetString(), data.GetProperty("items")[0].GetProperty("confidence").GetDouble()));
        Assert.Equal(("xray", 4), (data.GetProperty("media")[0].GetProperty("role").GetString(), data.GetProperty("media")[0].GetProperty("bytes").GetInt32()));
    }

    private static void AddScanner(TestSite site)
    {
        File.WriteAllText(Path.Combine(site.Folder, "scanner"), "token-of-scanner");
        var gateway = JsonNode.Parse(File.ReadAllText(site.Configuration))!;
        gateway["devices"]!.AsArray().Add(JsonNode.Parse("""
            {
              "id": "xray-1",
              "driver": "xray-hikvision",
              "direction": "push",
              "token": { "file": "scanner" },
              "map": {
                "events": [
                  {
                    "types": ["demoPackage"],
                    "barcodes": "Demo.barcode",
                    "decision": { "path": "Demo.level", "values": { "0": "clear", "2": "alarm" } },
                    "objects": [{ "path": "Demo.items[]", "text": "type", "confidence": "score", "box": "box" }],
                    "pictures": { "images": "Demo", "contentId": "contentID" }
                  }
                ]
              }
            }
            """));
        File.WriteAllText(site.Configuration, gateway.ToJsonString());
    }

    /// <returns>The HTTP status.</returns>
    private static async Task<string> CurlAsync(TestSite site, string token, params string[] parts)
    {
        string url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{site.InboxPort}/xray-1/{token}");
        await using var curl = ChildProcess.Start(Binaries.Tool("curl"), ["-sS", "-o", "/dev/null", "-w", "%{http_code}\n", "--max-time", "20", "--noproxy", "*", .. parts, url]);
        await curl.ExitAsync(TimeSpan.FromSeconds(30));
        return curl.Lines.LastOrDefault() ?? string.Empty;
    }
}
