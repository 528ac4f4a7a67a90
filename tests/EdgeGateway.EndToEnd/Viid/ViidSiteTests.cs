using EdgeGateway.EndToEnd.Support;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Viid;

/// <summary>Two cameras of GA/T 1400 and a library below, played by <c>edgesim run</c> against the gateway as a process: what they were told is safe arrives.</summary>
public sealed class ViidSiteTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Run_CamerasAndALibrary_LedgerBalances()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var site = new TestSite(broker.Port, cameras: 1);
        int library = TestSite.FreePort();
        File.WriteAllText(site.Configuration, Gateway(site, library));
        File.WriteAllText(Path.Combine(site.Folder, "scenario.json"), Scenario(site, library));
        site.StartWatch(broker.Port);
        var gateway = site.StartGateway();
        await Wait.UntilAsync(site.InboxAnswers, TimeSpan.FromSeconds(15), () => gateway.Output);

        var devices = site.StartCameras(seconds: 2);
        int code = await devices.ExitAsync(TimeSpan.FromSeconds(40));
        var verdict = await site.VerifyUntilDeliveredAsync(TimeSpan.FromSeconds(15), "--ordered");

        output.WriteLine(verdict.Line);
        Assert.True(code == 0, devices.Output);
        Assert.True(verdict.Code == 0, verdict.All);
        Assert.True(site.TruthLines >= 40, $"only {site.TruthLines} vehicles");
        Assert.Contains("\"device\":\"lib-01\"", File.ReadAllText(site.Truth), StringComparison.Ordinal);
    }

    private static string Gateway(TestSite site, int library) => $$"""
        {
          "site": { "code": "440100000012100001" },
          "gateway": { "id": "gw-test" },
          "store": { "folder": "{{site.Folder}}/store" },
          "uplink": { "brokers": [ { "host": "127.0.0.1", "port": {{site.BrokerPort}} } ], "backoffLeast": "200ms", "backoffMost": "2s" },
          "inbox": { "port": {{site.InboxPort}} },
          "devices": [
            { "id": "cam-01", "driver": "viid-camera", "deviceId": "34020000001320000001", "password": { "file": "token" } },
            { "id": "cam-02", "driver": "viid-camera", "deviceId": "34020000001320000002", "password": { "file": "token" } },
            { "id": "lib-01", "driver": "viid-library", "role": "lower", "libraryId": "34020000005030000009", "deviceId": "34020000005030000001", "host": "127.0.0.1",
              "port": {{library}}, "user": "34020000005030000009", "password": { "file": "token" }, "libraryPassword": { "file": "token" }, "gatewayUrl": "http://127.0.0.1:{{site.InboxPort}}" }
          ]
        }
        """;

    private static string Scenario(TestSite site, int library) => $$"""
        {
          "seed": 20261122,
          "duration": "1h",
          "profiles": {
            "plain": { "deviceId": "34020000001320000001", "vehiclesPerPost": [1, 4], "duplicateRate": 0.2, "unfinishedRate": 0.2, "pictures": { "count": 2, "sceneBytes": [20000, 60000] }, "answer": { "pause": "100ms" } },
            "odd": { "deviceId": "34020000001320000002", "charset": "gbk", "keys": "misspelt", "scalars": "strings", "subImages": "text", "passTime": "empty", "authorization": "absolute-uri", "pictures": { "count": 1, "sceneBytes": [20000, 60000] }, "answer": { "pause": "100ms" } },
            "library": { "deviceId": "34020000005030000009", "cameraId": "34020000001320000003", "keys": "zero-for-o", "pictures": { "count": 1, "sceneBytes": [20000, 60000] }, "answer": { "pause": "100ms" } }
          },
          "devices": [
            { "id": "cam-01", "driver": "viid-camera", "rate": 10, "profile": "plain", "url": "http://127.0.0.1:{{site.InboxPort}}", "password": "token-of-this-test" },
            { "id": "cam-02", "driver": "viid-camera", "rate": 10, "profile": "odd", "url": "http://127.0.0.1:{{site.InboxPort}}", "password": "token-of-this-test" },
            { "id": "lib-01", "driver": "viid-library", "rate": 10, "profile": "library", "url": "http://127.0.0.1:{{site.InboxPort}}", "listen": "127.0.0.1:{{library}}", "password": "token-of-this-test" }
          ],
          "faults": [ { "at": "1s", "kind": "garbage", "device": "cam-01", "count": 2 }, { "at": "1500ms", "kind": "cut-inside", "device": "cam-02", "count": 2 } ]
        }
        """;
}
