using System.Globalization;
using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Kiosk.Application;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Kiosk.Application;

/// <summary>A kiosk that posts each message on a connection of its own.</summary>
internal sealed class KioskPostRig(int inboxPort) : IDriverRig
{
    private int _acknowledged;

    public bool DeviceConnects => true;

    public bool HasAcknowledgement => true;

    public int Acknowledged => Volatile.Read(ref _acknowledged);

    public IDeviceDriver CreateDriver(FakeHost host) => Create(host, "t0ken-of-cam-1");

    public IDeviceDriver CreateDriverToNobody(FakeHost host) => CreateDriver(host);

    public IDeviceDriver CreateDriverWithWrongCredentials(FakeHost host) => Create(host, "another-token");

    public IDeviceDriver CreateDriverToMute(FakeHost host) => CreateDriver(host);

    public Task SendReadingAsync(string plate) => PostAsync(KioskWriting.Beat(plate), slowly: false);

    public Task SendReadingSlowlyAsync(string plate) => PostAsync(KioskWriting.Beat(plate), slowly: true);

    public async Task SendGarbageAsync() => Assert.Equal(400, await PostAsync("no message", slowly: false));

    public async Task DropAsync()
    {
        using var peer = await RawPeer.ConnectAsync(inboxPort);
        await peer.SendAsync(Head(1000) + "half");
        peer.Reset();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static KioskApplicationDriver Create(FakeHost host, string token) => new(host.Context, new KioskApplicationOptions { Token = new Secret(token) });

    private static string Head(int length) => string.Create(
        CultureInfo.InvariantCulture,
        $"POST /cam-1/t0ken-of-cam-1/messages HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json; charset=utf-8\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n");

    private async Task<int> PostAsync(string body, bool slowly)
    {
        using var peer = await RawPeer.ConnectAsync(inboxPort);
        byte[] request = Encoding.ASCII.GetBytes(Head(body.Length) + body);
        foreach (var piece in slowly ? request.Chunk(1) : [request])
        {
            await peer.SendAsync(piece);
        }

        int status = await peer.ReadStatusAsync();
        Interlocked.Add(ref _acknowledged, status == 200 ? 1 : 0);
        return status;
    }
}
