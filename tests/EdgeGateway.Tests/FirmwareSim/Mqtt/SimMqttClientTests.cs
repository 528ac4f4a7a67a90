using System.Collections.Concurrent;
using System.Text;
using EdgeGateway.Sim.Mqtt;
using EdgeGateway.Sim.Platform;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.FirmwareSim.Mqtt;

public sealed class SimMqttClientTests : IAsyncLifetime
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly PlatformEndpoint _platform = new();
    private readonly ConcurrentQueue<string> _heard = new();

    public Task InitializeAsync() => _platform.StartAsync();

    public Task DisposeAsync() => _platform.DisposeAsync().AsTask();

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public async Task Subscriber_BrokerRestarts_ComesBackAndMissesNothing(int version)
    {
        var options = new SimMqttOptions { Host = "127.0.0.1", Port = _platform.Port, ClientId = "watch", Version = version, Persistent = true };
        int connections = 0;
        var subscriber = new SimMqttSubscriber(options, ["up/#"], (_, message) => Note(message))
        {
            Pause = TimeSpan.FromMilliseconds(20),
            OnState = (client, _) => connections += client is null ? 0 : 1,
        };
        using var stop = new CancellationTokenSource();
        Task running = subscriber.RunAsync(stop.Token);
        await Eventually.TrueAsync(() => connections == 1, "connected");

        _platform.Publish("up/a", "before"u8.ToArray());
        await Eventually.TrueAsync(() => _heard.Contains("before"), "the first message");
        await _platform.StopAsync();
        _platform.Publish("up/a", "while away"u8.ToArray());
        await _platform.StartAsync(_platform.Port);
        await Eventually.TrueAsync(() => connections == 2, "connected again");
        await Eventually.TrueAsync(() => _heard.Contains("while away"), "the message from meanwhile");

        await stop.CancelAsync();
        await running.WaitAsync(s_limit);

        // The first may come twice: its PUBACK may have met the broker's end.
        Assert.Equal(["before", "while away"], _heard.Distinct());
    }

    [Theory]
    [InlineData(5, 0x10)]
    [InlineData(4, 0)]
    public async Task Publish_NobodyListens_SaysSoOnVersion5(int version, byte reason)
    {
        await using SimMqttClient client = Client(version);
        await client.ConnectAsync(default);

        Assert.Equal(reason, await client.PublishAsync(new SimMqttMessage { Topic = "t", Payload = "x"u8.ToArray() }, default).WaitAsync(s_limit));
    }

    [Fact]
    public async Task Callback_Throws_EndsTheLinkAndLeavesTheMessageWithTheBroker()
    {
        await using SimMqttClient client = new(Options(5), _ => throw new InvalidOperationException("defect"));
        await client.ConnectAsync(default);
        await client.SubscribeAsync(["#"], 1, default);

        _platform.Publish("t", "x"u8.ToArray());

        Assert.Contains("defect", await client.Ended.WaitAsync(s_limit), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_Refused_SaysTheCode()
    {
        _platform.Faults.Refusal = new ConnectRefusal(RefusalForm.ConnAck, 0x87);
        await using SimMqttClient client = Client(5);

        Assert.Equal(0x87, (await Assert.ThrowsAsync<SimMqttRefusedException>(() => client.ConnectAsync(default))).Reason);
    }

    [Theory]
    [InlineData("mqtt://127.0.0.1:1884", "127.0.0.1", 1884, false, null)]
    [InlineData("mqtt://u%40x:p@broker", "broker", 1883, false, "u@x")]
    [InlineData("mqtts://broker", "broker", 8883, true, null)]
    public void Parse_Address_GivesItsParts(string uri, string host, int port, bool tls, string? user)
    {
        SimMqttOptions options = SimMqttOptions.Parse(uri, "watch");

        Assert.Equal((host, port, tls, user), (options.Host, options.Port, options.Tls, options.User));
    }

    [Fact]
    public void Parse_NotAnAddress_SaysWhatIsExpected() => Assert.Throws<FormatException>(() => SimMqttOptions.Parse("localhost:1883", "watch"));

    private SimMqttOptions Options(int version) => new() { Host = "127.0.0.1", Port = _platform.Port, ClientId = "watch", Version = version };

    private SimMqttClient Client(int version) => new(Options(version), Note);

    private ValueTask Note(SimMqttMessage message)
    {
        _heard.Enqueue(Encoding.UTF8.GetString(message.Payload.Span));
        return ValueTask.CompletedTask;
    }
}
