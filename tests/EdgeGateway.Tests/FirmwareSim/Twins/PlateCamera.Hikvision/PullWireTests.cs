using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Twins.PlateCamera.Hikvision;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.PlateCamera.Hikvision;

/// <summary>The pulled camera, looked at with a browser's client that nobody here wrote.</summary>
public sealed class PullWireTests
{
    private static readonly CameraProfile s_calm = Camera.Small with { Heartbeat = HeartbeatKind.None };

    [Theory]
    [InlineData(DigestPolicy.None)]
    [InlineData(DigestPolicy.Qop)]
    [InlineData(DigestPolicy.NoQop)]
    [InlineData(DigestPolicy.Sha256)]
    [InlineData(DigestPolicy.OneShot)]
    [InlineData(DigestPolicy.Stale)]
    public async Task Stream_DigestPolicy_OpensForTheRightPassword(DigestPolicy policy)
    {
        await using var camera = new Running(s_calm with { Digest = policy }, count: 5, linger: TimeSpan.FromSeconds(90));
        using HttpResponseMessage answer = await camera.OpenAsync("Pass-1234");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("multipart/mixed", answer.Content.Headers.ContentType!.MediaType);
        using Stream body = await answer.Content.ReadAsStreamAsync();
        Assert.Contains("<licensePlate>", await ReadUntilAsync(body, "</EventNotificationAlert>"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_WrongPassword_401AndNothingIsTold()
    {
        await using var camera = new Running(s_calm, count: 3);
        using HttpResponseMessage answer = await camera.OpenAsync("wrong");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.DoesNotContain(camera.Ledger.Lines, line => line.IsAccepted);
    }

    [Fact]
    public async Task Stream_OtherPath_404()
    {
        await using var camera = new Running(s_calm with { Digest = DigestPolicy.None }, count: 3);
        using HttpResponseMessage answer = await camera.OpenAsync("", "/ISAPI/System/other");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Tell_NobodyListens_WaitsInTheBacklogAndIsReplayedMarkedInOrder()
    {
        await using var camera = new Running(s_calm with { Digest = DigestPolicy.None, Backlog = 4 }, count: 10, rate: 1000, linger: TimeSpan.FromSeconds(90));
        await Soon.TrueAsync(() => camera.Ledger.Lines.Count == 6, "six of ten forgotten");
        Assert.All(camera.Ledger.Lines, line => Assert.Equal(TruthLine.None, line.Told));
        using HttpResponseMessage answer = await camera.OpenAsync("");
        using Stream body = await answer.Content.ReadAsStreamAsync();
        await Soon.TrueAsync(() => camera.Ledger.Lines.Count == 10, "four replayed");
        string last = camera.Ledger.Lines.Last().NativeId;
        string replayed = await ReadUntilAsync(body, last);
        Assert.InRange(Regex.Count(replayed, "<isDataRetransmission>true"), 3, 4);
        Assert.DoesNotContain("<isDataRetransmission>false", replayed, StringComparison.Ordinal);
        Assert.Equal(camera.Ledger.Lines.Skip(6).Select(line => line.NativeId), Regex.Matches(replayed, "<UUID>([^<]+)").Select(m => m.Groups[1].Value));
        Assert.All(camera.Ledger.Lines.Skip(6), line => Assert.Equal(TruthLine.Stream, line.Told));
    }

    [Fact]
    public async Task Run_Over_EndsTheStreamWithTheLastBoundary()
    {
        await using var camera = new Running(s_calm with { Digest = DigestPolicy.None, ContentLength = LengthPolicy.Absent }, count: 1, linger: TimeSpan.FromSeconds(1));
        using HttpResponseMessage answer = await camera.OpenAsync("");
        using Stream body = await answer.Content.ReadAsStreamAsync();
        Assert.Contains("<UUID>", await ReadUntilAsync(body, "\r\n--boundary--\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Heartbeat_Period_ComesWithoutPassages()
    {
        await using var camera = new Running(
            s_calm with { Digest = DigestPolicy.None, Heartbeat = HeartbeatKind.VideoLoss, HeartbeatPeriod = TimeSpan.FromMilliseconds(20) }, count: 1, linger: TimeSpan.FromSeconds(90));
        using HttpResponseMessage answer = await camera.OpenAsync("");
        using Stream body = await answer.Content.ReadAsStreamAsync();
        string said = await ReadUntilAsync(body, "videoloss");
        Assert.DoesNotContain("licensePlate", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_DisconnectSchedule_CutsTheStream()
    {
        await using var camera = new Running(
            s_calm with { Digest = DigestPolicy.None, UpFor = TimeSpan.FromMilliseconds(300), DownFor = TimeSpan.FromMilliseconds(100) }, count: 100_000);
        using HttpResponseMessage answer = await camera.OpenAsync("");
        using Stream body = await answer.Content.ReadAsStreamAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        try
        {
            // The schedule runs as long as vehicles pass: whatever comes before the cut is read away.
            byte[] passing = new byte[64 * 1024];
            while (await body.ReadAsync(passing, limit.Token) > 0)
            {
            }
        }
        catch (IOException)
        {
            // Cut hard is cut as well.
        }
    }

    private static async Task<string> ReadUntilAsync(Stream body, string text)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        var all = new StringBuilder();
        var piece = new byte[4096];
        while (!all.ToString().Contains(text, StringComparison.Ordinal))
        {
            int got = await body.ReadAsync(piece, limit.Token);
            Assert.True(got > 0, $"the stream ended before {text}");
            all.Append(Encoding.Latin1.GetString(piece, 0, got));
        }

        return all.ToString();
    }

    /// <summary>One pulled camera on a free port.</summary>
    private sealed class Running : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly PlateCameraTwin _twin;
        private readonly Task _run;
        private readonly AlertStreamServer _server;

        public Running(CameraProfile profile, int count, double rate = 20, TimeSpan linger = default)
        {
            TimeProvider time = TimeProvider.System;
            DateTimeOffset now = time.GetUtcNow();
            var voice = new CameraVoice("cam-01", profile, stream: true);
            _server = new AlertStreamServer(new IPEndPoint(IPAddress.Loopback, 0), voice.ContentType, new DigestGate(profile.Digest, "admin", "Pass-1234", 1, time));
            var trouble = new CameraTrouble(profile, now);
            var wire = new PullWire(voice, profile, _server, trouble, Ledger, time);
            var plan = new CameraPlan("cam-01", profile, now, DateTimeOffset.MaxValue, count);
            var traffic = new global::EdgeGateway.Sim.Traffic.PassageSource(1, "cam-01", count == 1 ? now + linger : now, rate);
            _twin = new PlateCameraTwin(plan, traffic, wire, trouble, time) { Linger = linger };
            _run = _twin.RunAsync(_stop.Token);
        }

        public ListLedger Ledger { get; } = new();

        public async Task<HttpResponseMessage> OpenAsync(string password, string path = AlertStreamServer.StreamPath)
        {
            var uri = new Uri($"http://{_server.EndPoint}{path}");
            var credentials = new CredentialCache { { uri, "Digest", new NetworkCredential("admin", password) } };
            using var client = new HttpClient(new SocketsHttpHandler { Credentials = credentials });
            using var request = new HttpRequestMessage(HttpMethod.Get, uri) { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("multipart/mixed") } } };
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _run;
            await _twin.DisposeAsync();
            _stop.Dispose();
        }
    }
}
