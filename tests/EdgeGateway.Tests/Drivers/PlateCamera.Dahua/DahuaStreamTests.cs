using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.PlateCamera.Dahua;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Dahua;

public sealed class DahuaStreamTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly FakeSink _sink = new();

    [Theory]
    [InlineData(401, FaultKind.Refused)]
    [InlineData(403, FaultKind.Busy)]
    [InlineData(404, FaultKind.Unsupported)]
    [InlineData(400, FaultKind.Unsupported)]
    [InlineData(302, FaultKind.Unsupported)]
    [InlineData(503, FaultKind.Busy)]
    public async Task Connect_CameraSaysNo_FaultTellsWhy(int status, FaultKind kind)
    {
        await using var camera = Answering($"HTTP/1.1 {status} no\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        await using var driver = Create(camera.Port, out _);

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => driver.ConnectAsync(CancellationToken.None));

        Assert.Equal(kind, fault.Kind);
    }

    [Fact]
    public async Task Connect_WebPage_IsUnsupported()
    {
        await using var camera = Answering("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>");
        await using var driver = Create(camera.Port, out _);

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => driver.ConnectAsync(CancellationToken.None));

        Assert.Equal(FaultKind.Unsupported, fault.Kind);
    }

    [Theory]
    [InlineData(DahuaMode.Snap, "/cgi-bin/snapManager.cgi?action=attachFileProc&channel=-1&heartbeat=7&Flags[0]=Event&Events=[TrafficJunction,TrafficParking]")]
    [InlineData(DahuaMode.Events, "/cgi-bin/eventManager.cgi?action=attach&codes=[TrafficJunction,TrafficParking]&heartbeat=7")]
    public async Task Connect_Mode_AsksForItsStream(DahuaMode mode, string target)
    {
        var asked = new TaskCompletionSource<string>();
        await using var camera = new ScriptedDevice(async (peer, ct) =>
        {
            asked.TrySetResult(await peer.ReadHeadAsync(ct));
            await peer.SendAsync(CameraWords.StreamHead, ct);
            await peer.ClosedAsync(ct);
        });
        var options = Options(camera.Port) with { Mode = mode, Channel = -1, Heartbeat = TimeSpan.FromSeconds(7), Codes = ["TrafficJunction", "TrafficParking"] };
        await using var driver = new DahuaDriver(new FakeHost(new NoInbox(), _time).Context, options);

        await driver.ConnectAsync(CancellationToken.None);

        Assert.Equal($"GET {target} HTTP/1.1", (await asked.Task).Split("\r\n")[0]);
    }

    [Fact]
    public async Task Connect_AnotherDeviceOnTheSameHost_IsBusyUntilTheFirstLeaves()
    {
        await using var camera = Streaming(CameraWords.Heartbeat, stayOpen: true);
        var options = Options(camera.Port);
        var host = new FakeHost(new NoInbox(), TimeProvider.System);
        var first = new DahuaDriver(host.Context, options);
        await using var second = new DahuaDriver(host.Context with { Device = "cam-2" }, options);
        await first.ConnectAsync(CancellationToken.None);

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => second.ConnectAsync(CancellationToken.None));
        Assert.Equal(FaultKind.Busy, fault.Kind);
        Assert.Contains("cam-1", fault.Message, StringComparison.Ordinal);
        Assert.Equal(1, camera.Connections);

        await first.DisposeAsync();
        await second.ConnectAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Connect_SeveralDevicesOnOneHost_LogInOneAfterTheOther()
    {
        int inside = 0;
        int most = 0;
        await using var camera = new ScriptedDevice(async (peer, ct) =>
        {
            await peer.ReadHeadAsync(ct);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Delay(30, ct);
            Interlocked.Decrement(ref inside);
            await peer.SendAsync(CameraWords.StreamHead, ct);
            await peer.ClosedAsync(ct);
        });
        var host = new FakeHost(new NoInbox(), TimeProvider.System);
        DahuaDriver[] drivers =
        [
            new(host.Context, Options(camera.Port)), new(host.Context with { Device = "cam-2" }, Options(camera.Port) with { Mode = DahuaMode.Events }),
        ];

        await Task.WhenAll(drivers.Select(driver => driver.ConnectAsync(CancellationToken.None)));

        Assert.Equal((2, 1), (camera.Connections, most));
        foreach (var driver in drivers)
        {
            await driver.DisposeAsync();
        }
    }

    [Fact]
    public async Task Run_ClosingBoundary_EndsInOrder()
    {
        await using var camera = Streaming(CameraWords.Heartbeat + CameraWords.Farewell, stayOpen: true);
        await using var driver = Create(camera.Port, out var host);
        await driver.ConnectAsync(CancellationToken.None);

        await driver.RunAsync(_sink, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(2, host.SignsOfLife);
        Assert.Empty(_sink.Entered);
    }

    [Fact]
    public async Task Run_NothingComes_IsSilentAfterThreeHeartbeats()
    {
        await using var camera = Streaming(string.Empty, stayOpen: true);
        await using var driver = Create(camera.Port, out _);
        await driver.ConnectAsync(CancellationToken.None);

        var running = driver.RunAsync(_sink, CancellationToken.None);
        await PassAsync(running, TimeSpan.FromSeconds(14));
        Assert.False(running.IsCompleted);
        await PassAsync(running, TimeSpan.FromSeconds(4));

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => running.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(FaultKind.Silent, fault.Kind);
    }

    [Fact]
    public async Task Run_EventWithItsPicture_IsEmittedWhenTheStreamIsQuiet()
    {
        string text = Encoding.Latin1.GetString(CameraWords.Event("A12345"));
        await using var camera = Streaming(text[..text.LastIndexOf("--myboundary", StringComparison.Ordinal)], stayOpen: true);
        await using var driver = Create(camera.Port, out _);
        using var stop = new CancellationTokenSource();
        await driver.ConnectAsync(CancellationToken.None);

        var running = driver.RunAsync(_sink, stop.Token);
        await PassAsync(running, TimeSpan.FromSeconds(3), () => _sink.Stored == 1);

        await Eventually.TrueAsync(() => _sink.Stored == 1, "the event without a boundary behind it");
        Assert.Single(_sink.Entered.Single().Attachments);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task Run_LinkBreaksBehindAnEvent_TheEventIsEmittedAndTellsThatItMayComeAgain()
    {
        string text = Encoding.Latin1.GetString(CameraWords.Event("A12345"));
        var cut = new TaskCompletionSource();
        await using var camera = new ScriptedDevice(async (peer, ct) =>
        {
            await peer.ReadHeadAsync(ct);
            await peer.SendAsync(CameraWords.StreamHead + CameraWords.Heartbeat + text[..text.LastIndexOf("--myboundary", StringComparison.Ordinal)], ct);
            await cut.Task;
            peer.Reset();
        });
        await using var driver = Create(camera.Port, out var host);
        await driver.ConnectAsync(CancellationToken.None);
        var running = driver.RunAsync(_sink, CancellationToken.None);
        await Eventually.TrueAsync(() => host.SignsOfLife == 2, "the heartbeat in front of the event");

        cut.SetResult();

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => running.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(FaultKind.Unreachable, fault.Kind);
        Assert.EndsWith("~cut", Assert.Single(_sink.Entered).Body.Source!.NativeId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_CameraTellsItsTime_TheOffsetIsReported()
    {
        // The answer is cut to whole seconds: on average it is half a second old.
        await using var camera = new ScriptedDevice(async (peer, ct) =>
        {
            string head = await peer.ReadHeadAsync(ct);
            bool clock = head.StartsWith("GET /cgi-bin/global.cgi?action=getCurrentTime ", StringComparison.Ordinal);
            await peer.SendAsync(clock ? "HTTP/1.1 200 OK\r\nContent-Length: 26\r\n\r\nresult=2026-11-22 11:32:07" : CameraWords.StreamHead, ct);
            await peer.ClosedAsync(ct);
        });
        var host = new FakeHost(new NoInbox(), _time);
        await using var driver = new DahuaDriver(host.Context, Options(camera.Port) with { Heartbeat = TimeSpan.FromSeconds(60) });
        using var stop = new CancellationTokenSource();
        await driver.ConnectAsync(CancellationToken.None);

        var running = driver.RunAsync(_sink, stop.Token);
        await PassAsync(running, TimeSpan.FromSeconds(12));
        for (int step = 0; step < 2000 && host.Clocks.Count == 0; step++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(step < 300 ? 10 : 0));
            await Task.Delay(1, CancellationToken.None);
        }

        // It shows 7 s past; the gateway's clock is 15 s past, or a little more.
        Assert.InRange(host.Clocks[0].Offset, TimeSpan.FromSeconds(-9), TimeSpan.FromSeconds(-6));
        Assert.InRange(host.Clocks[0].Uncertainty, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(4));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    /// <summary>Lets time pass second by second, each only when the driver listens again.</summary>
    private async Task PassAsync(Task running, TimeSpan span, Func<bool>? enough = null)
    {
        for (int second = 0; second < span.TotalSeconds && !running.IsCompleted && enough?.Invoke() != true; second++)
        {
            await Eventually.TrueAsync(() => _time.Timers > 0 || running.IsCompleted, "the driver listens");
            await Task.Delay(5);
            _time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private static ScriptedDevice Answering(string answer) => new(async (peer, ct) =>
    {
        await peer.ReadHeadAsync(ct);
        await peer.SendAsync(answer, ct);
    });

    /// <summary>Plays the stream; to all else, such as its clock, this camera says nothing.</summary>
    private static ScriptedDevice Streaming(string body, bool stayOpen) => new(async (peer, ct) =>
    {
        if ((await peer.ReadHeadAsync(ct)).Contains("attach", StringComparison.Ordinal))
        {
            await peer.SendAsync(CameraWords.StreamHead + body, ct);
        }

        if (stayOpen)
        {
            await peer.ClosedAsync(ct);
        }
    });

    private DahuaDriver Create(int port, out FakeHost host)
    {
        host = new FakeHost(new NoInbox(), _time);
        return new DahuaDriver(host.Context, Options(port));
    }

    private static DahuaOptions Options(int port) => new() { Peer = new() { Host = "127.0.0.1", Port = port } };

    private sealed class NoInbox : IDeviceInbox
    {
        public IDisposable Open(string device, Secret token, InboxHandler handler, IReadOnlyCollection<string>? methods = null) => throw new NotSupportedException();

        public IDisposable OpenRoot(InboxClaim claim) => throw new NotSupportedException();
    }
}
