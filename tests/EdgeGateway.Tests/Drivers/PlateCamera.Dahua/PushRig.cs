using System.Globalization;
using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.PlateCamera.Dahua;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Dahua;

/// <summary>A camera that posts each passage on a connection of its own and believes only a true result.</summary>
internal sealed class PushRig(int inboxPort) : IDriverRig
{
    private int _acknowledged;

    public bool DeviceConnects => true;

    public bool HasAcknowledgement => true;

    public int Acknowledged => Volatile.Read(ref _acknowledged);

    public IDeviceDriver CreateDriver(FakeHost host) => Create(host, "t0ken-of-cam-1");

    public IDeviceDriver CreateDriverToNobody(FakeHost host) => CreateDriver(host);

    public IDeviceDriver CreateDriverWithWrongCredentials(FakeHost host) => Create(host, "another-token");

    public IDeviceDriver CreateDriverToMute(FakeHost host) => CreateDriver(host);

    public Task SendReadingAsync(string plate) => PostAsync("TollgateInfo", CameraWords.Tollgate(plate), slowly: false);

    public Task SendReadingSlowlyAsync(string plate) => PostAsync("TollgateInfo", CameraWords.Tollgate(plate), slowly: true);

    public async Task SendGarbageAsync() => Assert.Contains("\"result\":false", await PostAsync("TollgateInfo", "no passage", slowly: false), StringComparison.Ordinal);

    public async Task DropAsync()
    {
        using var peer = await RawPeer.ConnectAsync(inboxPort);
        await peer.SendAsync(Head("TollgateInfo", 1000) + "half");
        peer.Reset();
    }

    /// <returns>The text of the answer.</returns>
    public async Task<string> PostAsync(string path, string body, bool slowly = false)
    {
        using var peer = await RawPeer.ConnectAsync(inboxPort);
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        byte[] request = [.. Encoding.ASCII.GetBytes(Head(path, bytes.Length)), .. bytes];
        foreach (var piece in slowly ? request.Chunk(1) : [request])
        {
            await peer.SendAsync(piece);
        }

        string answer = await peer.ReadTextAsync();
        bool taken = path == "TollgateInfo" && answer.Contains("\"result\":true", StringComparison.Ordinal) && answer.Contains("\"Result\":true", StringComparison.Ordinal);
        Interlocked.Add(ref _acknowledged, taken ? 1 : 0);
        return answer;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static DahuaDriver Create(FakeHost host, string token) => new(host.Context, new DahuaOptions { Mode = DahuaMode.Push, Token = new Secret(token) });

    private static string Head(string path, int length) => string.Create(
        CultureInfo.InvariantCulture,
        $"POST /cam-1/t0ken-of-cam-1/NotificationInfo/{path} HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n");
}
