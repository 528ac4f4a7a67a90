using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Cameras;

/// <summary>A camera of GA/T 1400 that we did not write: curl, with its own HTTP and its own Digest.</summary>
public sealed class CurlCameraTests
{
    private const string Device = "34020000001320000007";
    private const string Id = Device + "022024062419523552738" + "0252739";

    [Fact]
    public async Task Curl_RegistersAndPosts_ArrivesAtAnotherProgram()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var site = new TestSite(broker.Port, cameras: 1);
        AddCamera(site);
        await using var receiver = broker.Subscribe("-q", "1", "-t", "edge/v1/+/+/+/up/event/cam-viid/#", "-F", "%p");
        var gateway = site.StartGateway();
        await Wait.UntilAsync(site.InboxAnswers, TimeSpan.FromSeconds(15), () => gateway.Output);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{site.InboxPort}") };
        await Wait.UntilAsync(() => http.GetAsync(new Uri("/VIID/System/Time", UriKind.Relative)).Result.IsSuccessStatusCode, TimeSpan.FromSeconds(15), () => gateway.Output);
        byte[] picture = Picture(3 * 1024 * 1024);
        string upload = Write(site, "upload.json", Upload(picture));
        string register = Write(site, "register.json", $"{{\"RegisterObject\":{{\"DeviceID\":\"{Device}\"}}}}");

        Assert.Equal("401", await CurlAsync(site, "/VIID/MotorVehicles", upload, "-H", $"User-Identify: {Device}"));
        Assert.Equal("401", await CurlAsync(site, "/VIID/System/Register", register, "--digest", "-u", $"{Device}:wrong"));
        Assert.Equal("200", await CurlAsync(site, "/VIID/System/Register", register, "--digest", "-u", $"{Device}:Kakou@2024"));
        Assert.Equal("200", await CurlAsync(site, "/VIID/MotorVehicles", upload, "-H", $"User-Identify: {Device}"));
        Assert.Equal(0, Code(site, Id));
        Assert.Equal("200", await CurlAsync(site, "/VIID/MotorVehicles", upload, "--digest", "-u", $"{Device}:Kakou@2024"));

        await Wait.UntilAsync(() => receiver.Lines.Count > 0, TimeSpan.FromSeconds(20), () => gateway.Output);
        var data = JsonDocument.Parse(receiver.Lines.First()).RootElement.GetProperty("data");
        Assert.Equal(("苏A3HK57", Id), (data.GetProperty("plate").GetProperty("text").GetString(), data.GetProperty("source").GetProperty("nativeId").GetString()));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(picture)), data.GetProperty("media")[0].GetProperty("sha256").GetString());
        Assert.Single(receiver.Lines);
    }

    private static void AddCamera(TestSite site)
    {
        File.WriteAllText(Path.Combine(site.Folder, "camera"), "Kakou@2024");
        var gateway = JsonNode.Parse(File.ReadAllText(site.Configuration))!;
        gateway["devices"]!.AsArray().Add(new JsonObject
        {
            ["id"] = "cam-viid",
            ["driver"] = "viid-camera",
            ["deviceId"] = Device,
            ["password"] = new JsonObject { ["file"] = "camera" },
        });
        File.WriteAllText(site.Configuration, gateway.ToJsonString());
    }

    private static byte[] Picture(int length)
    {
        byte[] picture = new byte[length];
        new Random(1).NextBytes(picture);
        (picture[0], picture[1], picture[2]) = (0xFF, 0xD8, 0xFF);
        return picture;
    }

    private static string Upload(byte[] picture) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"MotorVehicleListObject\":{{\"MotorVehicleObject\":[{{\"MotorVehicleID\":\"{Id}\",\"InfoKind\":1,\"SourceID\":\"{Id[..41]}\",\"DeviceID\":\"{Device}\",\"HasPlate\":true,\"PlateClass\":\"02\",\"PlateColor\":\"5\",\"PlateNo\":\"苏A3HK57\",\"PassTime\":\"20240624195235\",\"SubImageList\":{{\"SubImageInfoObject\":[{{\"ImageID\":\"{Id[..41]}\",\"Type\":\"01\",\"ShotTime\":\"20240624195235\",\"Data\":\"{Convert.ToBase64String(picture)}\"}}]}}}}]}}}}");

    private static string Write(TestSite site, string name, string text)
    {
        string file = Path.Combine(site.Folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    /// <returns>The HTTP status; the body is in a file of the site.</returns>
    private static async Task<string> CurlAsync(TestSite site, string path, string body, params string[] more)
    {
        await using var curl = ChildProcess.Start(Binaries.Tool("curl"), [
            "-sS", "-o", Path.Combine(site.Folder, "answer.json"), "-w", "%{http_code}\n", "--max-time", "20", "--noproxy", "*",
            "-H", "Content-Type: application/VIID+JSON;charset=utf-8", "--data-binary", "@" + body, .. more, $"http://127.0.0.1:{site.InboxPort}{path}"]);
        await curl.ExitAsync(TimeSpan.FromSeconds(30));
        return curl.Lines.LastOrDefault() ?? string.Empty;
    }

    private static int Code(TestSite site, string id) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(site.Folder, "answer.json")))!["ResponseStatusListObject"]!["ResponseStatusObject"]!.AsArray()
            .Single(status => status!["Id"]!.GetValue<string>() == id)!["StatusCode"]!.GetValue<int>();
}
