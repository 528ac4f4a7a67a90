using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.PlateCamera.Viid;
using EdgeGateway.Drivers.Viid;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Viid;

/// <summary>A camera that registers before its first post and posts each vehicle on a connection of its own.</summary>
internal sealed class ViidRig(int inboxPort) : IDriverRig
{
    private readonly CameraPeer _camera = new(inboxPort);
    private readonly SemaphoreSlim _registering = new(1);
    private bool _registered;
    private int _acknowledged;
    private int _serial;

    public bool DeviceConnects => true;

    public bool HasAcknowledgement => true;

    public int Acknowledged => Volatile.Read(ref _acknowledged);

    public static ViidCameraOptions Options(string password = CameraPeer.Password) => new() { Login = new ViidLogin { DeviceId = CameraPeer.Device, Password = new Secret(password) } };

    public IDeviceDriver CreateDriver(FakeHost host) => new ViidCameraDriver(host.Context, Options());

    public IDeviceDriver CreateDriverToNobody(FakeHost host) => CreateDriver(host);

    public IDeviceDriver CreateDriverWithWrongCredentials(FakeHost host) => new ViidCameraDriver(host.Context, Options("another password"));

    public IDeviceDriver CreateDriverToMute(FakeHost host) => CreateDriver(host);

    public Task SendReadingAsync(string plate) => PostAsync(plate, 1);

    public Task SendReadingSlowlyAsync(string plate) => PostAsync(plate, int.MaxValue);

    public async Task SendGarbageAsync()
    {
        await RegisterAsync();
        Assert.Equal(400, (await _camera.PostAsync("/VIID/MotorVehicles", "no vehicle")).Status);
    }

    public async Task DropAsync()
    {
        await RegisterAsync();
        using var peer = await RawPeer.ConnectAsync(inboxPort);
        await peer.SendAsync($"POST /VIID/MotorVehicles HTTP/1.1\r\nHost: gateway\r\nUser-Identify: {CameraPeer.Device}\r\nContent-Length: 1000\r\n\r\nhalf");
        peer.Reset();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task RegisterAsync()
    {
        await _registering.WaitAsync();
        try
        {
            _registered = _registered || (await _camera.RegisterAsync(CameraPeer.Device)).Status == 200;
        }
        finally
        {
            _registering.Release();
        }
    }

    private async Task PostAsync(string plate, int pieces)
    {
        await RegisterAsync();
        string body = CameraPeer.Upload("苏" + plate, Interlocked.Increment(ref _serial));
        var answer = await _camera.SendAsync("POST", "/VIID/MotorVehicles", body, ["User-Identify: " + CameraPeer.Device], Math.Min(pieces, body.Length));
        Interlocked.Add(ref _acknowledged, answer.Status == 200 && answer.Codes is [0] ? 1 : 0);
    }
}
