using System.Collections.Concurrent;
using System.Text;
using EdgeGateway.Sim.Platform;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Mqtt;

/// <summary>What every <see cref="IMqttClient"/> must do, in both versions. An implementation inherits this and says how it is made.</summary>
public abstract class MqttClientContract : IAsyncLifetime
{
    protected static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    protected PlatformEndpoint Platform { get; } = new();

    protected ConcurrentQueue<ReceivedPublish> Received { get; } = new();

    protected abstract IMqttClient Create();

    public async Task InitializeAsync()
    {
        Platform.OnPublish = Received.Enqueue;
        await Platform.StartAsync();
    }

    public Task DisposeAsync() => Platform.DisposeAsync().AsTask();

    protected MqttConnect Connect(int version, Func<MqttMessage, ValueTask>? onMessage = null) =>
        new() { Host = "127.0.0.1", Port = Platform.Port, Version = version, ClientId = "gw", OnMessage = onMessage };

    protected static MqttMessage Message(string text, int qos = 1) => new() { Topic = "t/x", Payload = Encoding.UTF8.GetBytes(text), QoS = qos };

    protected static string Text(ReadOnlyMemory<byte> payload) => Encoding.UTF8.GetString(payload.Span);

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public async Task Publish_Many_AllAcknowledgedAndInCallOrder(int version)
    {
        await using IMqttClient client = Create();
        await client.ConnectAsync(Connect(version), default);

        MqttAck[] acks = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => client.PublishAsync(Message($"{i}")))).WaitAsync(Limit);

        Assert.All(acks, ack => Assert.Equal(version == 5 ? 0x10 : 0, ack.Reason));
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => $"{i}"), Received.Select(p => Text(p.Payload)));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public async Task Publish_QoS0_ArrivesAndIsNotAcknowledged(int version)
    {
        await using IMqttClient client = Create();
        await client.ConnectAsync(Connect(version), default);

        await client.PublishAsync(Message("x", qos: 0)).WaitAsync(Limit);

        await Eventually.TrueAsync(() => Received.Count == 1, "the message arrives");
        Assert.Equal(0, Received.Single().QoS);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public async Task Incoming_QoS1_IsHandledOneByOneAndAcknowledgedAfterwards(int version)
    {
        var heard = new ConcurrentQueue<string>();
        var gate = new SemaphoreSlim(0);
        IMqttClient client = Create();
        await client.ConnectAsync(Connect(version, async m => { heard.Enqueue(Text(m.Payload)); await gate.WaitAsync(); }), default);
        Assert.Equal([1], await client.SubscribeAsync(["down/#"], default).WaitAsync(Limit));

        Platform.Publish("down/a", "one"u8.ToArray());
        Platform.Publish("down/b", "two"u8.ToArray());
        await Eventually.TrueAsync(() => heard.Count == 1, "the first is handed over");
        gate.Release();
        await Eventually.TrueAsync(() => heard.Count == 2, "the second is handed over when the first is done");

        // Its PUBACK leaves behind that of the first message.
        await client.PublishAsync(Message("barrier")).WaitAsync(Limit);
        await client.DisposeAsync();

        // The second was never answered: the next link gets it again, and only it.
        await using IMqttClient next = Create();
        var again = new ConcurrentQueue<string>();
        MqttConnection connection = await next.ConnectAsync(Connect(version, m => { again.Enqueue(Text(m.Payload)); return ValueTask.CompletedTask; }), default);
        Assert.True(connection.SessionPresent);
        await Eventually.TrueAsync(() => again.Contains("two"), "what was not acknowledged comes again");
        Platform.Publish("down/c", "three"u8.ToArray());
        await Eventually.TrueAsync(() => again.Contains("three"), "what follows comes too");
        Assert.Equal(["two", "three"], again);
        gate.Release();
    }

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public async Task Incoming_HandlerPublishesAndWaits_DoesNotBlockItself(int version)
    {
        await using IMqttClient client = Create();
        var answered = new TaskCompletionSource();
        await client.ConnectAsync(
            Connect(version, async _ => { await client.PublishAsync(Message("reply")); answered.SetResult(); }), default);
        await client.SubscribeAsync(["down/#"], default).WaitAsync(Limit);

        Platform.Publish("down/a", "command"u8.ToArray());

        await answered.Task.WaitAsync(Limit);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public async Task Link_Cut_FailsWhatWaitsAndEnds(int version)
    {
        await using IMqttClient client = Create();
        await client.ConnectAsync(Connect(version), default);
        Platform.Faults.WithholdPubAcks();
        Task<MqttAck> waiting = client.PublishAsync(Message("x"));
        await Eventually.TrueAsync(() => Received.Count == 1, "the message arrives");

        Platform.Faults.Cut();

        await Assert.ThrowsAsync<IOException>(() => waiting.WaitAsync(Limit));
        Assert.Null((await client.Ended.WaitAsync(Limit)).Reason);
        await Assert.ThrowsAsync<IOException>(() => client.PublishAsync(Message("y")));
    }

    [Fact]
    public async Task Publish_TooLargeForTheBroker_IsNotSent()
    {
        Platform.Faults.MaximumPacketSize = 200;
        await using IMqttClient client = Create();
        await client.ConnectAsync(Connect(5), default);

        var refused = await Assert.ThrowsAsync<MqttTooLargeException>(() => client.PublishAsync(Message(new string('x', 200))));
        await client.PublishAsync(Message(new string('x', 200 - 11))).WaitAsync(Limit);

        Assert.Equal((211, 200), (refused.Size, refused.Limit));
        Assert.Single(Received);
    }

    [Theory]
    [InlineData(5, 64, 64)]
    [InlineData(5, 200, 100)]
    [InlineData(4, 64, 20)]
    [InlineData(4, 7, 7)]
    public async Task Connect_Window_IsTheSmallerOfBoth(int version, int wanted, int agreed)
    {
        await using IMqttClient client = Create();

        MqttConnection connection = await client.ConnectAsync(Connect(version) with { Window = wanted }, default);

        Assert.Equal(agreed, connection.Window);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public async Task Will_LinkDropped_IsPublishedAndNotAfterGoodbye(int version)
    {
        MqttConnect connect = Connect(version) with { Will = new MqttMessage { Topic = "state", Payload = "lost"u8.ToArray(), Retain = true } };
        var heard = new ConcurrentQueue<string>();
        await using IMqttClient witness = Create();
        await witness.ConnectAsync(Connect(version, m => { heard.Enqueue(Text(m.Payload)); return ValueTask.CompletedTask; }) with { ClientId = "witness" }, default);
        await witness.SubscribeAsync(["#"], default).WaitAsync(Limit);

        await using (IMqttClient polite = Create())
        {
            await polite.ConnectAsync(connect, default);
            await polite.DisconnectAsync(default);
        }

        await Eventually.TrueAsync(() => !Platform.Clients.Contains("gw"), "the polite one is gone");
        await using (IMqttClient rude = Create())
        {
            await rude.ConnectAsync(connect, default);
        }

        await Eventually.TrueAsync(() => !heard.IsEmpty, "the will arrives");
        Platform.Publish("last", "end"u8.ToArray());
        await Eventually.TrueAsync(() => heard.Contains("end"), "the end arrives");
        Assert.Equal(["lost", "end"], heard);
    }

    [Fact]
    public async Task Dispose_BeforeConnect_IsHarmless()
    {
        IMqttClient client = Create();
        await client.DisposeAsync();
        await client.DisposeAsync();
        await client.Ended.WaitAsync(Limit);
    }
}
