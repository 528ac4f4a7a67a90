using System.Globalization;
using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.XrayScanner;
using EdgeGateway.Drivers.XrayScanner.Hikvision;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Hikvision;

/// <summary>A scanner that posts each event on a connection of its own.</summary>
internal sealed class PushRig(int inboxPort) : IDriverRig
{
    private static readonly InspectionMap s_map = MapSite.Map("xray-hikvision", "{\"events\": [{\"types\": [\"demoPackage\"], \"tag\": \"Demo.tag\", \"grade\": \"Demo.level\"}]}");

    private int _acknowledged;

    public bool DeviceConnects => true;

    public bool HasAcknowledgement => true;

    public int Acknowledged => Volatile.Read(ref _acknowledged);

    public IDeviceDriver CreateDriver(FakeHost host) => Create(host, "t0ken-of-cam-1");

    public IDeviceDriver CreateDriverToNobody(FakeHost host) => CreateDriver(host);

    public IDeviceDriver CreateDriverWithWrongCredentials(FakeHost host) => Create(host, "another-token");

    public IDeviceDriver CreateDriverToMute(FakeHost host) => CreateDriver(host);

    public Task SendReadingAsync(string plate) => PostAsync(Body(plate), slowly: false);

    public Task SendReadingSlowlyAsync(string plate) => PostAsync(Body(plate), slowly: true);

    public async Task SendGarbageAsync() => Assert.Equal(400, await PostAsync("no alert"u8.ToArray(), slowly: false));

    public async Task DropAsync()
    {
        using var peer = await RawPeer.ConnectAsync(inboxPort);
        await peer.SendAsync(Head(1000) + "half");
        peer.Reset();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static HikvisionXrayDriver Create(FakeHost host, string token) => new(
        host.Context, new HikvisionXrayOptions { Direction = HikvisionXrayDirection.Push, Token = new Secret(token), Map = s_map });

    private static byte[] Body(string parcel) => Encoding.UTF8.GetBytes(
        $"{{\"channelID\":1,\"dateTime\":\"2026-11-22T11:32:00+08:00\",\"eventType\":\"demoPackage\",\"eventState\":\"active\",\"Demo\":{{\"tag\":\"{parcel}\",\"level\":0}}}}");

    private static string Head(int length) => string.Create(
        CultureInfo.InvariantCulture,
        $"POST /cam-1/t0ken-of-cam-1/ HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n");

    private async Task<int> PostAsync(byte[] body, bool slowly)
    {
        using var peer = await RawPeer.ConnectAsync(inboxPort);
        byte[] request = [.. Encoding.ASCII.GetBytes(Head(body.Length)), .. body];
        foreach (var piece in slowly ? request.Chunk(1) : [request])
        {
            await peer.SendAsync(piece);
        }

        int status = await peer.ReadStatusAsync();
        Interlocked.Add(ref _acknowledged, status == 200 ? 1 : 0);
        return status;
    }
}
