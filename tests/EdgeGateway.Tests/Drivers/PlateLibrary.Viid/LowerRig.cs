using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.PlateLibrary.Viid;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.FirmwareSim.Support;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PlateLibrary.Viid;

/// <summary>A library below us, by hand: it registers once, takes subscriptions, and notifies on a connection of its own each time.</summary>
internal sealed class LowerRig : IDriverRig
{
    private const string Notifications = "/VIID/SubscribeNotifications";

    private readonly int _inboxPort;
    private readonly LibraryPeer _peer;
    private readonly ScriptedDevice _server;
    private readonly SemaphoreSlim _one = new(1, 1);
    private bool _registered;
    private int _acknowledged;

    public LowerRig(int inboxPort)
    {
        _inboxPort = inboxPort;
        _peer = new LibraryPeer(inboxPort, LibraryWords.Library, "Lib@2024");
        _server = new ScriptedDevice(PlayAsync);
    }

    public bool DeviceConnects => true;

    public bool HasAcknowledgement => true;

    public int Acknowledged => Volatile.Read(ref _acknowledged);

    /// <summary>What was asked of the library itself, as <c>METHOD target</c>, and the bodies.</summary>
    public ConcurrentQueue<(string Line, string Body)> Asked { get; } = new();

    /// <summary>Status codes of its answers in turn; then 0 for ever.</summary>
    public ConcurrentQueue<int> Answers { get; } = new();

    public LibraryPeer Peer => _peer;

    public ViidLibraryOptions Options => new()
    {
        Role = ViidLibraryRole.Lower,
        LibraryId = LibraryWords.Library,
        DeviceId = LibraryWords.Us,
        Host = "127.0.0.1",
        Port = _server.Port,
        LibraryPassword = new Secret("Lib@2024"),
        GatewayUrl = new Uri($"http://127.0.0.1:{_inboxPort}"),
        Keepalive = TimeSpan.FromSeconds(90),
    };

    public IDeviceDriver CreateDriver(FakeHost host) => new ViidLibraryDriver(host.Context, Options);

    public IDeviceDriver CreateDriverToNobody(FakeHost host) => CreateDriver(host);

    public IDeviceDriver CreateDriverWithWrongCredentials(FakeHost host) =>
        new ViidLibraryDriver(host.Context, Options with { LibraryPassword = new Secret("another") });

    public IDeviceDriver CreateDriverToMute(FakeHost host) => CreateDriver(host);

    public async Task SendReadingAsync(string plate)
    {
        await RegisterOnceAsync();
        Count(await _peer.SendAsync("POST", Notifications, Body(plate), digest: false));
    }

    public async Task SendReadingSlowlyAsync(string plate)
    {
        await RegisterOnceAsync();
        using var peer = await RawPeer.ConnectAsync(_inboxPort);
        foreach (byte one in Encoding.UTF8.GetBytes(_peer.Request("POST", Notifications, Body(plate), null)))
        {
            await peer.SendAsync(new[] { one });
        }

        Assert.Equal(200, await peer.ReadStatusAsync());
    }

    public async Task SendGarbageAsync()
    {
        await RegisterOnceAsync();
        Assert.Equal(400, (await _peer.SendAsync("POST", Notifications, "no json at all", digest: false)).Status);
    }

    public async Task DropAsync()
    {
        using var peer = await RawPeer.ConnectAsync(_inboxPort);
        string whole = _peer.Request("POST", Notifications, Body("A00000"), null);
        await peer.SendAsync(whole[..(whole.Length - 40)]);
        peer.Reset();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    public static string Body(string plate, int operation = 1) =>
        "{\"SubscribeNotificationListObject\":{\"SubscribeNotificationObject\":[{" +
        $"\"NotificationID\":\"3402000000500420261122113200{Number(plate)}\",\"SubscribeID\":\"340200000050032000010100000000001\",\"TriggerTime\":\"20261122113200\",\"ExecuteOperation\":{operation}," +
        $"\"MotorVehicleObjectList\":{{\"MotorVehicleObject\":[{{\"MotorVehicleID\":\"34020000001320000007022026112211320{Number(plate)[1..]}0200001\",\"InfoKind\":1," +
        $"\"DeviceID\":\"34020000001320000007\",\"TollgateID\":\"34020000001210000001\",\"LaneNo\":2,\"HasPlate\":true,\"PlateClass\":\"02\",\"PlateColor\":\"5\",\"PlateNo\":\"苏{plate}\",\"PassTime\":\"20261122113200\"}}]}}}}]}}}}";

    private static string Number(string plate) => plate[1..].PadLeft(5, '0');

    private async Task RegisterOnceAsync()
    {
        await _one.WaitAsync();
        try
        {
            _registered = _registered || (await _peer.RegisterAsync()).Status == 200;
        }
        finally
        {
            _one.Release();
        }
    }

    private void Count((int Status, string Body) answer)
    {
        if (answer.Status == 200 && Regex.IsMatch(answer.Body, "\"StatusCode\":0[,}]"))
        {
            Interlocked.Increment(ref _acknowledged);
        }
    }

    private async Task PlayAsync(RawPeer peer, CancellationToken ct)
    {
        for (string head = await peer.ReadHeadAsync(ct); head.Length > 0; head = await peer.ReadHeadAsync(ct))
        {
            string body = Encoding.UTF8.GetString(await ViidHttp.BodyAsync(peer, head, ct));
            Asked.Enqueue((string.Join(' ', head.Split(' ')[..2]), body));
            string id = Regex.Match(body + head, "([0-9]{33})").Groups[1].Value;
            await peer.SendAsync(ViidHttp.Answer(200, ViidPeer.Status([(id, Answers.TryDequeue(out int code) ? code : 0)])), ct);
        }
    }
}
