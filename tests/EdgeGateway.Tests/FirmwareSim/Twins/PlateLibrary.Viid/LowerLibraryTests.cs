using System.Net;
using System.Text;
using System.Text.Json;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Twins.PlateLibrary.Viid;
using EdgeGateway.Sim.Viid;
using EdgeGateway.Tests.FirmwareSim.Support;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.PlateLibrary.Viid;

/// <summary>The twin of a library below us, subscribed to by the HTTP client and the Digest of .NET.</summary>
public sealed class LowerLibraryTests
{
    private static readonly ViidProfile s_profile = new()
    {
        DeviceId = "34020000005030000002",
        CameraId = "34020000001320000007",
        RetryPause = TimeSpan.FromMilliseconds(5),
        Pictures = new ViidPictureProfile { Count = 1, SceneBytes = (300, 400) },
    };

    [Fact]
    public async Task Tell_Subscribed_NotifiesTheReceiveAddr()
    {
        await using var gateway = new NotifiedPeer();
        await using var rig = new Rig(gateway.Url);
        await rig.Wire.StartAsync(CancellationToken.None);
        Task telling = rig.Wire.TellAsync(Camera.Passage(), false, CancellationToken.None);
        Assert.Empty(gateway.Bodies);

        string reply = await rig.SubscribeAsync(new Uri(gateway.Url, "/VIID/SubscribeNotifications"));
        await telling.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Contains("\"StatusCode\":0", reply, StringComparison.Ordinal);
        TruthLine line = Assert.Single(rig.Ledger.Lines);
        Assert.Equal(TruthLine.Ok, line.Told);
        using JsonDocument body = JsonDocument.Parse(gateway.Bodies.Single());
        JsonElement notification = body.RootElement.GetProperty("SubscribeNotificationListObject").GetProperty("SubscribeNotificationObject")[0];
        Assert.Equal("340200000012032024112211320000001", notification.GetProperty("SubscribeID").GetString());
        Assert.Matches("^340200000050" + "04[0-9]{19}$", notification.GetProperty("NotificationID").GetString());
        JsonElement vehicle = notification.GetProperty("MotorVehicleObjectList").GetProperty("MotorVehicleObject")[0];
        Assert.Equal(line.NativeId, vehicle.GetProperty("MotorVehicleID").GetString());
        Assert.Equal("34020000001320000007", vehicle.GetProperty("DeviceID").GetString());
    }

    [Fact]
    public async Task Subscribe_Deleted_IsNoLongerActive()
    {
        await using var gateway = new NotifiedPeer();
        await using var rig = new Rig(gateway.Url);
        await rig.Wire.StartAsync(CancellationToken.None);
        await rig.SubscribeAsync(gateway.Url);
        Assert.NotNull(rig.Wire.Desk.Active);

        using var answer = await rig.Client.DeleteAsync("/VIID/Subscribes?IDList=340200000012032024112211320000001");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null(rig.Wire.Desk.Active);
    }

    /// <summary>A gateway by hand: challenges Register, takes every notification.</summary>
    private sealed class NotifiedPeer : IAsyncDisposable
    {
        private readonly ScriptedDevice _server;

        public NotifiedPeer() => _server = new ScriptedDevice(PlayAsync);

        public Uri Url => new($"http://127.0.0.1:{_server.Port}");

        public System.Collections.Concurrent.ConcurrentQueue<byte[]> Bodies { get; } = new();

        public ValueTask DisposeAsync() => _server.DisposeAsync();

        private async Task PlayAsync(RawPeer peer, CancellationToken ct)
        {
            for (string head = await peer.ReadHeadAsync(ct); head.Length > 0; head = await peer.ReadHeadAsync(ct))
            {
                byte[] body = await ViidHttp.BodyAsync(peer, head, ct);
                bool notification = head.Contains("SubscribeNotifications", StringComparison.Ordinal);
                string id = notification ? System.Text.RegularExpressions.Regex.Match(Encoding.UTF8.GetString(body), "\"NotificationID\":\"([0-9]+)\"").Groups[1].Value : "x";
                if (notification)
                {
                    Bodies.Enqueue(body);
                }

                bool let = notification || HttpDigestJudge.Accepts(head, ViidPeer.Challenge, "lib", "Kakou@2024");
                await peer.SendAsync(let ? ViidHttp.Answer(200, ViidPeer.Status([(id, 0)])) : ViidHttp.Answer(401, "{}", $"WWW-Authenticate: {ViidPeer.Challenge}\r\n"), ct);
            }
        }
    }

    private sealed class Rig : IAsyncDisposable
    {
        public Rig(Uri gateway)
        {
            var time = TimeProvider.System;
            var desk = new SubscriptionDesk(new DigestGate(DigestPolicy.OneShot, "gw", "Kakou@2024", 3, time), time);
            Wire = new LowerLibraryWire(
                new ViidVoice("lib-01", s_profile), s_profile, new ViidSession(s_profile, gateway, "lib", "Kakou@2024", 5),
                new IPEndPoint(IPAddress.Loopback, 0), desk, new CameraTrouble(new CameraProfile(), Camera.At), Ledger, time);
        }

        public ListLedger Ledger { get; } = new();

        public LowerLibraryWire Wire { get; }

        public HttpClient Client => field ??= new HttpClient(new HttpClientHandler { Credentials = new NetworkCredential("gw", "Kakou@2024") }) { BaseAddress = new Uri($"http://{Wire.EndPoint}") };

        public async Task<string> SubscribeAsync(Uri receive)
        {
            using var content = new StringContent(
                $"{{\"SubscribeListObject\":{{\"SubscribeObject\":[{{\"SubscribeID\":\"340200000012032024112211320000001\",\"SubscribeDetail\":\"13\",\"ReceiveAddr\":\"{receive}\",\"EndTime\":\"20991231235959\",\"OperateType\":0}}]}}}}",
                Encoding.UTF8,
                "application/json");
            using HttpResponseMessage answer = await Client.PostAsync("/VIID/Subscribes", content);
            return await answer.Content.ReadAsStringAsync();
        }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await Wire.DisposeAsync();
        }
    }
}
