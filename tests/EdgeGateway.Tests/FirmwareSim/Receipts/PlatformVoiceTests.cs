using System.Collections.Concurrent;
using EdgeGateway.Sim.Mqtt;
using EdgeGateway.Sim.Platform;
using EdgeGateway.Sim.Receipts;
using EdgeGateway.Sim.Verification;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.FirmwareSim.Receipts;

public sealed class PlatformVoiceTests : IAsyncLifetime
{
    private readonly PlatformEndpoint _broker = new();
    private readonly ConcurrentQueue<string> _said = new();
    private readonly ReceiptBook _book = new("edge/v1");

    public Task InitializeAsync()
    {
        _broker.OnPublish = publish => _said.Enqueue(publish.Topic);
        _book.Hear("edge/v1/3f/site/gw/state", """{"connection":1,"epoch":"e","seqConfirmed":0}"""u8.ToArray());
        _book.Keep([new ReceivedLine { Type = ReceivedLine.Reading, Topic = "edge/v1/3f/site/gw/up/batch", Epoch = "e", Seq = 1 }]);
        return _broker.StartAsync();
    }

    public Task DisposeAsync() => _broker.DisposeAsync().AsTask();

    [Fact]
    public async Task Run_DiskCannotSync_EndsAndConfirmsNothing()
    {
        await using SimMqttClient client = await ClientAsync();
        PlatformVoice voice = Voice(() => throw new IOException("no disk"));
        voice.Use(client);
        await Assert.ThrowsAsync<IOException>(() => voice.RunAsync(default).WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.DoesNotContain("edge/v1/3f/site/gw/down/receipt", _said);
    }

    [Fact]
    public async Task Run_Receipt_IsSaidAfterTheSync()
    {
        await using SimMqttClient client = await ClientAsync();
        bool? early = null;
        PlatformVoice voice = Voice(() => early ??= _said.Contains("edge/v1/3f/site/gw/down/receipt"));
        voice.Use(client);
        using var stop = new CancellationTokenSource();
        Task running = voice.RunAsync(stop.Token);
        await Eventually.TrueAsync(() => _said.Contains("edge/v1/3f/site/gw/down/receipt"), "the receipt");
        await stop.CancelAsync();
        await running;
        Assert.False(early);
        Assert.Equal("edge/v1/platform/watch", _said.First());
    }

    [Fact]
    public async Task Run_GatewayConnectsAnew_HearsThePresenceAgain()
    {
        await using SimMqttClient client = await ClientAsync();
        PlatformVoice voice = Voice(() => { });
        voice.Use(client);
        using var stop = new CancellationTokenSource();
        Task running = voice.RunAsync(stop.Token);
        await Eventually.TrueAsync(() => Presences == 1, "the first presence");
        _book.Hear("edge/v1/3f/site/gw/state", """{"connection":1,"epoch":"e","seqConfirmed":1}"""u8.ToArray());
        _book.Hear("edge/v1/3f/site/gw/state", """{"connection":2,"epoch":"e","seqConfirmed":1}"""u8.ToArray());
        await Eventually.TrueAsync(() => Presences == 2, "the presence after a new connection");
        await stop.CancelAsync();
        await running;
    }

    private int Presences => _said.Count(static topic => topic == "edge/v1/platform/watch");

    private static async Task<SimMqttClient> ConnectedAsync(SimMqttClient client)
    {
        await client.ConnectAsync(default);
        return client;
    }

    private Task<SimMqttClient> ClientAsync() =>
        ConnectedAsync(new SimMqttClient(new SimMqttOptions { Host = "127.0.0.1", Port = _broker.Port, ClientId = "watch" }, _ => ValueTask.CompletedTask));

    private PlatformVoice Voice(Action sync) => new("edge/v1", "watch", _book, sync, TimeProvider.System);
}
