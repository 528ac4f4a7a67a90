using System.Globalization;
using System.Net;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Http;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Traffic;
using EdgeGateway.Sim.Twins.PlateCamera.Viid;
using EdgeGateway.Sim.Twins.PlateLibrary.Viid;
using EdgeGateway.Sim.Viid;

namespace EdgeGateway.EndToEnd.Viid;

/// <summary>
/// A library above the gateway as a process: it says what is looked for, a camera sees it, the library refuses the notice, the
/// gateway is killed, and the next one tells it again under the same id.
/// </summary>
public sealed class UpperLibraryTests : IAsyncLifetime
{
    private const string Library = "34020000005030000009";
    private const string Us = "34020000005030000001";

    private readonly UpperLibrary _library = new(new IPEndPoint(IPAddress.Loopback, 0), new DigestGate(DigestPolicy.Qop, "gw", "token-of-this-test", 3, TimeProvider.System), TimeProvider.System);

    public Task InitializeAsync()
    {
        _library.Start();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _library.DisposeAsync();

    [Fact]
    public async Task Hit_LibraryRefusesAndGatewayIsKilled_IsToldAgainUnderTheSameId()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var site = new TestSite(broker.Port, cameras: 1);
        File.WriteAllText(site.Configuration, Gateway(site));
        var gateway = site.StartGateway();
        await Wait.UntilAsync(() => _library.IsRegistered(Us), TimeSpan.FromSeconds(20), () => gateway.Output);
        _library.Refuse(Enumerable.Repeat(LibraryRefusal.Status1, 100));

        // The library hears of us a moment before our inbox knows it.
        CallAnswer taken = await PushAsync(site, "苏A3HK57");
        for (int again = 0; again < 50 && taken.Text.Contains("Unknown Device", StringComparison.Ordinal); again++)
        {
            await Task.Delay(100);
            taken = await PushAsync(site, "苏A3HK57");
        }

        Assert.True(taken.Status == 200 && taken.Text.Contains("\"StatusCode\":0", StringComparison.Ordinal), taken.Text);
        string record = await PassAsync(site, "苏A3HK57");
        await Wait.UntilAsync(() => _library.Notifications.Count > 0, TimeSpan.FromSeconds(20), () => gateway.Output);
        await gateway.KillAsync();

        _library.Accept();
        var next = site.StartGateway();
        await Wait.UntilAsync(() => _library.Notifications.Any(one => one.Refused is null), TimeSpan.FromSeconds(30), () => next.Output);

        Assert.Single(_library.Notifications.Select(one => one.Id).Distinct());
        TakenNotification told = _library.Notifications.Single(one => one.Refused is null);
        Assert.Equal("340200000000012024040112010100001", told.DispositionId);
        Assert.Contains($"\"CntObjectID\":\"{record}\"", told.Json, StringComparison.Ordinal);
        Assert.Contains("\"PlateNo\":\"苏A3HK57\"", told.Json, StringComparison.Ordinal);
    }

    private static async Task<CallAnswer> PushAsync(TestSite site, string plate)
    {
        using var pusher = new LibraryPusher(new Uri($"http://127.0.0.1:{site.InboxPort}"), Library, Library, "token-of-this-test");
        var words = new DispositionWords { Id = "340200000000012024040112010100001", Plate = plate, Begin = "20240401120101", End = DateTime.UtcNow.AddDays(20).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) };
        return await pusher.SendAsync("POST", "/VIID/Dispositions", DispositionWords.Body(words), CancellationToken.None);
    }

    /// <returns>The id of the record as the camera gives it.</returns>
    private static async Task<string> PassAsync(TestSite site, string plate)
    {
        var profile = new ViidProfile { Pictures = new ViidPictureProfile { Count = 1, SceneBytes = (500, 900) } };
        var ledger = new LastLine();
        var now = DateTimeOffset.UtcNow;
        await using var camera = new ViidWire(
            new ViidVoice("cam-01", profile), profile, new ViidSession(profile, new Uri($"http://127.0.0.1:{site.InboxPort}"), profile.DeviceId, "token-of-this-test", 5),
            new CameraTrouble(new CameraProfile(), now), ledger, TimeProvider.System);
        Passage passage = new PassageSource(1, "cam-01", now, 1).At(0) with { At = now, Plate = new Plate(PlateKind.CivilBlue, plate) };
        await camera.TellAsync(passage, false, CancellationToken.None);
        Assert.True(ledger.Line is { IsAcknowledged: true }, ledger.Line?.Told);
        return ledger.Line!.NativeId;
    }

    private string Gateway(TestSite site) => $$"""
        {
          "site": { "code": "440100000012100001" },
          "gateway": { "id": "gw-test" },
          "store": { "folder": "{{site.Folder}}/store" },
          "uplink": { "brokers": [ { "host": "127.0.0.1", "port": {{site.BrokerPort}} } ] },
          "inbox": { "port": {{site.InboxPort}} },
          "devices": [
            { "id": "cam-01", "driver": "viid-camera", "deviceId": "34020000001320000007", "password": { "file": "token" } },
            { "id": "library-city", "driver": "viid-library", "role": "upper", "libraryId": "{{Library}}", "deviceId": "{{Us}}", "host": "127.0.0.1", "port": {{_library.EndPoint.Port}},
              "user": "gw", "password": { "file": "token" }, "libraryPassword": { "file": "token" }, "tollgates": [ "34020000001210000001" ] }
          ]
        }
        """;

    private sealed class LastLine : ITruthLedger
    {
        public TruthLine? Line { get; private set; }

        public void Note(TruthLine line) => Line = line;
    }
}
