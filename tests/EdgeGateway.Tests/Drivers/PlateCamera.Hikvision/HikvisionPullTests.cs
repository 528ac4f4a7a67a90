using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.PlateCamera.Hikvision;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Hikvision;

public sealed class HikvisionPullTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly FakeSink _sink = new();

    [Theory]
    [InlineData(401, "", FaultKind.Refused)]
    [InlineData(403, "", FaultKind.Busy)]
    [InlineData(403, "<ResponseStatus><statusCode>4</statusCode><subStatusCode>lowPrivilege</subStatusCode></ResponseStatus>", FaultKind.Refused)]
    [InlineData(403, "<ResponseStatus><statusCode>4</statusCode><subStatusCode>notSupport</subStatusCode></ResponseStatus>", FaultKind.Unsupported)]
    [InlineData(404, "", FaultKind.Unsupported)]
    [InlineData(302, "", FaultKind.Unsupported)]
    [InlineData(503, "", FaultKind.Busy)]
    public async Task Connect_CameraSaysNo_FaultTellsWhy(int status, string text, FaultKind kind)
    {
        await using var camera = new ScriptedDevice(async (peer, ct) =>
        {
            await peer.ReadHeadAsync(ct);
            await peer.SendAsync($"HTTP/1.1 {status} no\r\nContent-Length: {text.Length}\r\nConnection: close\r\n\r\n{text}", ct);
        });
        await using var driver = Create(camera.Port, out _);

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => driver.ConnectAsync(CancellationToken.None));

        Assert.Equal(kind, fault.Kind);
        Assert.Equal(status == 404 ? 2 : 1, camera.Connections);
    }

    [Fact]
    public async Task Connect_WebPage_IsUnsupported()
    {
        await using var camera = new ScriptedDevice(async (peer, ct) =>
        {
            await peer.ReadHeadAsync(ct);
            await peer.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>", ct);
        });
        await using var driver = Create(camera.Port, out _);

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => driver.ConnectAsync(CancellationToken.None));

        Assert.Equal(FaultKind.Unsupported, fault.Kind);
    }

    [Fact]
    public async Task Connect_OldFirmware_IsFoundWithoutThePrefixAndRemembered()
    {
        var asked = new List<string>();
        await using var camera = new ScriptedDevice(async (peer, ct) =>
        {
            string path = (await peer.ReadHeadAsync(ct)).Split(' ')[1];
            asked.Add(path);
            await peer.SendAsync(path.StartsWith("/ISAPI", StringComparison.Ordinal) ? "HTTP/1.1 404 no\r\nContent-Length: 0\r\n\r\n" : CameraWords.StreamHead, ct);
            await peer.ClosedAsync(ct);
        });
        var options = Options(camera.Port);

        for (int round = 0; round < 2; round++)
        {
            await using var driver = new HikvisionDriver(new FakeHost(new NoInbox(), _time).Context, options);
            await driver.ConnectAsync(CancellationToken.None);
        }

        Assert.Equal(["/ISAPI/Event/notification/alertStream", "/Event/notification/alertStream", "/Event/notification/alertStream"], asked);
    }

    [Fact]
    public async Task Run_ClosingBoundary_EndsInOrder()
    {
        await using var camera = Streaming(CameraWords.Heartbeat + "--boundary--\r\n", stayOpen: true);
        await using var driver = Create(camera.Port, out var host);
        await driver.ConnectAsync(CancellationToken.None);

        await driver.RunAsync(_sink, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(2, host.SignsOfLife);
        Assert.Empty(_sink.Entered);
    }

    [Fact]
    public async Task Run_CameraCloses_EndsInOrderWithTheLastEvent()
    {
        await using var camera = Streaming(System.Text.Encoding.Latin1.GetString(CameraWords.Event("A12345")), stayOpen: false);
        await using var driver = Create(camera.Port, out _);
        await driver.ConnectAsync(CancellationToken.None);

        await driver.RunAsync(_sink, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(1, _sink.Stored);
    }

    [Fact]
    public async Task Run_NothingComes_IsSilentAfterTheLimit()
    {
        await using var camera = Streaming(string.Empty, stayOpen: true);
        await using var driver = Create(camera.Port, out _);
        await driver.ConnectAsync(CancellationToken.None);

        var running = driver.RunAsync(_sink, CancellationToken.None);
        await PassAsync(running, TimeSpan.FromSeconds(29));
        Assert.False(running.IsCompleted);
        await PassAsync(running, TimeSpan.FromSeconds(4));

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => running.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(FaultKind.Silent, fault.Kind);
    }

    [Fact]
    public async Task Run_BytesComeThatMakeNoSense_IsSilentInTheEnd()
    {
        int sent = 0;
        await using var camera = new ScriptedDevice(async (peer, ct) =>
        {
            await peer.ReadHeadAsync(ct);
            await peer.SendAsync(CameraWords.StreamHead, ct);
            for (; !ct.IsCancellationRequested; sent++)
            {
                await peer.SendAsync("x", ct);
                await Task.Delay(1, ct);
            }
        });
        await using var driver = Create(camera.Port, out _);
        await driver.ConnectAsync(CancellationToken.None);

        var running = driver.RunAsync(_sink, CancellationToken.None);
        for (int second = 0; second < 200 && !running.IsCompleted; second++)
        {
            int before = Volatile.Read(ref sent);
            await Eventually.TrueAsync(() => Volatile.Read(ref sent) > before + 2 || running.IsCompleted, "the camera sends on");
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => running.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(FaultKind.Silent, fault.Kind);
        Assert.Contains("Bytes come", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AlertWithoutItsPicture_IsEmittedWhenTheStreamIsQuiet()
    {
        string alert = CameraWords.Alert("A12345");
        string part = $"--boundary\r\nContent-Type: application/xml\r\nContent-Length: {System.Text.Encoding.UTF8.GetByteCount(alert)}\r\n\r\n{alert}\r\n";
        await using var camera = Streaming(System.Text.Encoding.Latin1.GetString(System.Text.Encoding.UTF8.GetBytes(part)), stayOpen: true);
        await using var driver = Create(camera.Port, out _);
        using var stop = new CancellationTokenSource();
        await driver.ConnectAsync(CancellationToken.None);

        var running = driver.RunAsync(_sink, stop.Token);
        await PassAsync(running, TimeSpan.FromSeconds(3));

        await Eventually.TrueAsync(() => _sink.Stored == 1, "the alert alone");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    /// <summary>Lets time pass second by second, each only when the driver listens again.</summary>
    private async Task PassAsync(Task running, TimeSpan span)
    {
        for (int second = 0; second < span.TotalSeconds && !running.IsCompleted; second++)
        {
            await Eventually.TrueAsync(() => _time.Timers > 0 || running.IsCompleted, "the driver listens");
            _time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private static ScriptedDevice Streaming(string body, bool stayOpen) => new(async (peer, ct) =>
    {
        await peer.ReadHeadAsync(ct);
        await peer.SendAsync(CameraWords.StreamHead + body, ct);
        if (stayOpen)
        {
            await peer.ClosedAsync(ct);
        }
    });

    private HikvisionDriver Create(int port, out FakeHost host)
    {
        host = new FakeHost(new NoInbox(), _time);
        return new HikvisionDriver(host.Context, Options(port));
    }

    private static HikvisionOptions Options(int port) => new() { Peer = new() { Host = "127.0.0.1", Port = port }, AskClock = false };

    private sealed class NoInbox : IDeviceInbox
    {
        public IDisposable Open(string device, Secret token, InboxHandler handler, IReadOnlyCollection<string>? methods = null) => throw new NotSupportedException();

        public IDisposable OpenRoot(InboxClaim claim) => throw new NotSupportedException();
    }
}
