using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.PlateCamera.Dahua;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Dahua;

/// <summary>A camera that is a web server with one Digest user, an endless answer and a clock.</summary>
internal sealed class StreamRig : IDriverRig
{
    private const string Challenge = "Digest realm=\"Login to 1\", nonce=\"68e7c6c1\", qop=\"auth\", opaque=\"o\", algorithm=MD5";

    private readonly TaskCompletionSource<RawPeer> _streaming = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly ScriptedDevice _camera;
    private readonly ScriptedDevice _mute = new((peer, ct) => peer.ClosedAsync(ct));
    private int _sent;

    public StreamRig() => _camera = new ScriptedDevice(PlayAsync);

    public bool DeviceConnects => false;

    public bool HasAcknowledgement => false;

    public int Acknowledged => _sent;

    public IDeviceDriver CreateDriver(FakeHost host) => Create(host, _camera.Port, "Pass-1234");

    public IDeviceDriver CreateDriverToNobody(FakeHost host) => Create(host, ScriptedDevice.DeadPort(), "Pass-1234");

    public IDeviceDriver CreateDriverWithWrongCredentials(FakeHost host) => Create(host, _camera.Port, "wrong");

    public IDeviceDriver CreateDriverToMute(FakeHost host) => Create(host, _mute.Port, "Pass-1234");

    public Task SendReadingAsync(string plate) => SendAsync(CameraWords.Event(plate));

    public async Task SendReadingSlowlyAsync(string plate)
    {
        foreach (byte one in CameraWords.Event(plate))
        {
            await SendAsync(new[] { one });
        }
    }

    public Task SendGarbageAsync() => SendAsync(Encoding.UTF8.GetBytes("--myboundary\r\nContent-Type: text/plain\r\n\r\n\u0001\u0002 no event \u0003\r\n"));

    public async Task DropAsync() => (await _streaming.Task).Reset();

    public async ValueTask DisposeAsync()
    {
        await _camera.DisposeAsync();
        await _mute.DisposeAsync();
    }

    private static DahuaDriver Create(FakeHost host, int port, string password) => new(
        host.Context, new DahuaOptions { Peer = new() { Host = "127.0.0.1", Port = port, User = "admin", Password = new Secret(password) } });

    private async Task PlayAsync(RawPeer peer, CancellationToken ct)
    {
        for (string head = await peer.ReadHeadAsync(ct); head.Length > 0; head = await peer.ReadHeadAsync(ct))
        {
            if (!HttpDigestJudge.Accepts(head, Challenge, "admin", "Pass-1234"))
            {
                await peer.SendAsync($"HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: {Challenge}\r\nContent-Length: 2\r\n\r\nno", ct);
            }
            else if (head.StartsWith("GET /cgi-bin/snapManager.cgi?action=attachFileProc&channel=1&heartbeat=5&Flags[0]=Event&Events=[TrafficJunction] ", StringComparison.Ordinal))
            {
                await peer.SendAsync(CameraWords.StreamHead, ct);
                _streaming.TrySetResult(peer);
                await Task.Delay(Timeout.Infinite, ct);
            }
            else
            {
                await peer.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 28\r\n\r\nresult=2026-11-22 11:32:00\r\n", ct);
            }
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        var peer = await _streaming.Task;
        await _sending.WaitAsync();
        try
        {
            await peer.SendAsync(bytes);
            Interlocked.Increment(ref _sent);
        }
        catch (IOException)
        {
            // The driver has hung up, as it may.
        }
        finally
        {
            _sending.Release();
        }
    }
}
