using System.Globalization;
using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Generic;
using EdgeGateway.Drivers.Generic.Http;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Generic;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Generic.Http;

/// <summary>A device that posts each message on a connection of its own.</summary>
internal sealed class CounterRig(int inboxPort, SensorMap? map = null) : IDriverRig
{
    private const string Token = "t0ken-of-cam-1";

    private static readonly SensorMap s_usual = MapSite.Rule(""" "kind": "sensor.reading", "type": "counter", "name": { "path": "plate" }, "values": [ { "name": "n", "path": "n" } ] """);

    private int _acknowledged;

    public bool DeviceConnects => true;

    public bool HasAcknowledgement => true;

    public int Acknowledged => Volatile.Read(ref _acknowledged);

    /// <summary>Body of the last answer and what was before it.</summary>
    public string Answer { get; private set; } = string.Empty;

    public bool RefusesUnmatched { get; init; }

    public Uri Url => new($"http://127.0.0.1:{inboxPort.ToString(CultureInfo.InvariantCulture)}/cam-1/{Token}");

    public IDeviceDriver CreateDriver(FakeHost host) => Create(host, Token);

    public IDeviceDriver CreateDriverToNobody(FakeHost host) => CreateDriver(host);

    public IDeviceDriver CreateDriverWithWrongCredentials(FakeHost host) => Create(host, "another-token");

    public IDeviceDriver CreateDriverToMute(FakeHost host) => CreateDriver(host);

    public Task SendReadingAsync(string plate) => PostAsync(Message(plate));

    public Task SendReadingSlowlyAsync(string plate) => PostAsync(Message(plate), slowly: true);

    public async Task SendGarbageAsync() => Assert.Equal(400, await PostAsync("no json"));

    public async Task DropAsync()
    {
        using var peer = await RawPeer.ConnectAsync(inboxPort);
        await peer.SendAsync(Head(1000, "application/json", string.Empty) + "{ \"half\"");
        peer.Reset();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public async Task<int> PostAsync(string text, string type = "application/json", string path = "", bool slowly = false)
    {
        byte[] body = Encoding.UTF8.GetBytes(text);
        using var peer = await RawPeer.ConnectAsync(inboxPort);
        byte[] request = [.. Encoding.ASCII.GetBytes(Head(body.Length, type, path)), .. body];
        foreach (byte[] piece in slowly ? request.Chunk(1) : [request])
        {
            await peer.SendAsync(piece);
        }

        Answer = await peer.ReadTextAsync();
        int status = int.Parse(Answer.AsSpan(9, 3), CultureInfo.InvariantCulture);
        Interlocked.Add(ref _acknowledged, status == 200 ? 1 : 0);
        return status;
    }

    private static string Message(string plate) => $$"""{ "plate": "{{plate[..1]}}", "n": {{plate[1..].TrimStart('0').PadLeft(1, '0')}} }""";

    private static string Head(int length, string type, string path) => string.Create(
        CultureInfo.InvariantCulture,
        $"POST /cam-1/{Token}{path} HTTP/1.1\r\nHost: gateway\r\nContent-Type: {type}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n");

    private GenericHttpDriver Create(FakeHost host, string token) =>
        new(host.Context, new GenericHttpOptions { Token = new Secret(token), Map = map ?? s_usual, RefusesUnmatched = RefusesUnmatched });
}
