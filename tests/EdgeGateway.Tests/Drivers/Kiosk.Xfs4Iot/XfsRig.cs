using System.Net;
using System.Net.Sockets;
using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Kiosk.Xfs4Iot;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Transport.WebSockets;

namespace EdgeGateway.Tests.Drivers.Kiosk.Xfs4Iot;

/// <summary>A kiosk of one healthy card slot of which the gateway knows already how it is: what it tells is what changes.</summary>
internal sealed class XfsRig : IDriverRig
{
    private readonly HandKiosk _kiosk = new();
    private readonly WebSocketDoor _strict = new();
    private readonly TcpListener _mute = new(IPAddress.Loopback, 0);
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Task _refusing;
    private WebSocketGuest? _link;
    private int _said;

    public XfsRig()
    {
        _mute.Start();
        _refusing = RefuseAsync();
    }

    public bool DeviceConnects => false;

    public bool HasAcknowledgement => false;

    public int Acknowledged => Volatile.Read(ref _said);

    public IDeviceDriver CreateDriver(FakeHost host)
    {
        host.Memory.RememberAsync("modules-0", """[{"Module":"IdSlot","Class":"CardReader","Health":"ok","Parts":["media=notPresent"]}]""", default).Wait();
        host.Memory.RememberAsync("kiosk", """{"Health":"ok","Link":"up","Vendor":"Acme","Modules":1,"Troubled":[]}""", default).Wait();
        return Create(host, _kiosk.Port);
    }

    public IDeviceDriver CreateDriverToNobody(FakeHost host)
    {
        using var gone = new TcpListener(IPAddress.Loopback, 0);
        gone.Start();
        return Create(host, ((IPEndPoint)gone.LocalEndpoint).Port);
    }

    public IDeviceDriver CreateDriverWithWrongCredentials(FakeHost host) => Create(host, _strict.Port);

    public IDeviceDriver CreateDriverToMute(FakeHost host) => Create(host, ((IPEndPoint)_mute.LocalEndpoint).Port);

    public Task SendReadingAsync(string plate) => InTurnAsync(async (link, frame) => await link.WriteAsync(frame));

    public Task SendReadingSlowlyAsync(string plate) => InTurnAsync(async (link, frame) =>
    {
        foreach (byte one in frame)
        {
            await link.WriteAsync([one]);
        }
    });

    public async Task SendGarbageAsync()
    {
        await _kiosk.SettledAsync("IdSlot");
        await _kiosk.SayAsync("IdSlot", "{ no json");
        await (await _kiosk.LinkAsync("IdSlot")).FrameAsync(WebSocketGuest.Binary, new byte[] { 0, 1, 2, 0xFF });
    }

    public async Task DropAsync()
    {
        await _kiosk.SettledAsync("IdSlot");
        _kiosk.Die();
    }

    public async ValueTask DisposeAsync()
    {
        await _kiosk.DisposeAsync();
        _strict.Dispose();
        _mute.Dispose();
        await _refusing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static Xfs4IotDriver Create(FakeHost host, int port) => new(host.Context, new Xfs4IotOptions { Host = "127.0.0.1", Port = port, Probe = TimeSpan.FromSeconds(30) });

    /// <summary>In the order of the calls, each another state than the one before.</summary>
    private async Task InTurnAsync(Func<WebSocketGuest, byte[], Task> send)
    {
        await _one.WaitAsync();
        try
        {
            await _kiosk.SettledAsync("IdSlot");
            string media = Interlocked.Increment(ref _said) % 2 == 0 ? "entering" : "present";
            byte[] text = Encoding.UTF8.GetBytes($$$"""{"header":{"name":"Common.StatusChangedEvent","type":"event","version":"3.0"},"payload":{"cardReader":{"media":"{{{media}}}"} } }""");
            _link ??= await _kiosk.LinkAsync("IdSlot");
            await send(_link, [.. WebSocketGuest.FrameHead(WebSocketGuest.Text, text.Length), .. text]);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The gateway ended the link meanwhile.
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task RefuseAsync()
    {
        while (true)
        {
            using var guest = await _strict.AcceptAsync();
            await guest.WriteAsync("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
        }
    }
}
