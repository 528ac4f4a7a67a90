using EdgeGateway.Drivers.Transport;
using EdgeGateway.Sim.Platform;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink.Mqtt;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Mqtt;

/// <summary>The contract, and every misbehaviour of the endpoint.</summary>
public sealed class MqttClientTests : MqttClientContract
{
    protected override IMqttClient Create() => Create(TimeProvider.System);

    [Fact]
    public async Task Publish_BrokerAnswersWithReasons_EachReachesItsCaller()
    {
        await using IMqttClient client = Create();
        await client.ConnectAsync(Connect(5), default);
        foreach (byte reason in new byte[] { 0x97, 0x80, 0x87, 0x10 })
        {
            Platform.Faults.AnswerPubAcks(reason, next: 1);
            Assert.Equal(reason, (await client.PublishAsync(Message("x")).WaitAsync(Limit)).Reason);
        }

        Assert.Equal(0x10, (await client.PublishAsync(Message("x")).WaitAsync(Limit)).Reason);
    }

    [Fact]
    public async Task Publish_MoreThanReceiveMaximum_NeverExceedsItAndLosesNothing()
    {
        Platform.Faults.ReceiveMaximum = 3;
        Platform.Faults.WithholdPubAcks();
        await using IMqttClient client = Create();
        Assert.Equal(3, (await client.ConnectAsync(Connect(5), default)).Window);
        Task<MqttAck>[] all = [.. Enumerable.Range(0, 50).Select(i => client.PublishAsync(Message($"{i}")))];
        await Eventually.TrueAsync(() => Received.Count == 3, "the window is used");

        Platform.Faults.ReleasePubAcks();

        await Task.WhenAll(all).WaitAsync(Limit);
        Assert.False(client.Ended.IsCompleted, "the endpoint disconnects who exceeds its Receive Maximum");
        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"{i}"), Received.Select(p => Text(p.Payload)));
    }

    [Fact]
    public async Task Publish_SomePubAcksNeverCome_TheOthersStillComplete()
    {
        await using IMqttClient client = Create();
        await client.ConnectAsync(Connect(5) with { Window = 4 }, default);
        Platform.Faults.WithholdPubAcks(next: 2);
        Task<MqttAck>[] stuck = [client.PublishAsync(Message("a")), client.PublishAsync(Message("b"))];

        // Many more than the slots: every identifier of the two must be stepped over, again and again.
        for (int i = 0; i < 500; i++)
        {
            await client.PublishAsync(Message($"{i}")).WaitAsync(Limit);
        }

        Assert.All(stuck, task => Assert.False(task.IsCompleted));
        Platform.Faults.ReleasePubAcks();
        await Task.WhenAll(stuck).WaitAsync(Limit);
    }

    [Fact]
    public async Task Broker_CutsInsideAPacket_EndsTheLink()
    {
        await using IMqttClient client = Create();
        await client.ConnectAsync(Connect(5), default);

        Platform.Faults.CutInsidePacket();

        Assert.Equal(new MqttEnd(null, "the broker closed the link"), await client.Ended.WaitAsync(Limit));
    }

    [Theory]
    [InlineData(new byte[] { 0x00, 0x00 }, "the broker sent what is not MQTT (packet-type)")]
    [InlineData(new byte[] { 0x40, 0x02, 0x00, 0x00 }, "the broker sent what is not MQTT (packet-identifier-zero)")]
    [InlineData(new byte[] { 0x30, 0xFF, 0xFF, 0xFF, 0x7F }, "the broker sent what is not MQTT (packet-too-large)")]
    [InlineData(new byte[] { 0x82, 0x04, 0x00, 0x01, 0x00, 0x00 }, "the broker sent what is not MQTT (field-past-end)")]
    [InlineData(new byte[] { 0xC0, 0x00 }, "the broker sent PingReq where it has no place")]
    [InlineData(new byte[] { 0x90, 0x04, 0x00, 0x09, 0x00, 0x01 }, "the broker sent SubAck where it has no place")]
    [InlineData(new byte[] { 0x30, 0x06, 0x00, 0x00, 0x03, 0x23, 0x00, 0x05 }, "the broker used a topic alias, which was not allowed to it")]
    public async Task Broker_SendsGarbage_EndsTheLinkAndSaysWhy(byte[] garbage, string why)
    {
        await using IMqttClient client = Create();
        await client.ConnectAsync(Connect(5), default);

        Platform.Faults.SendGarbage(garbage);

        Assert.Equal(new MqttEnd(null, why), await client.Ended.WaitAsync(Limit));
    }

    [Fact]
    public async Task Broker_AcknowledgesWhatNobodySent_IsSurvived()
    {
        await using IMqttClient client = Create();
        await client.ConnectAsync(Connect(5), default);

        Platform.Faults.SendGarbage([0x40, 0x02, 0x12, 0x34]);

        Assert.Equal(0x10, (await client.PublishAsync(Message("x")).WaitAsync(Limit)).Reason);
    }

    [Fact]
    public async Task Broker_SendsQoS2_IsAnsweredByItsRules()
    {
        int heard = 0;
        await using IMqttClient client = Create();
        await client.ConnectAsync(Connect(5, _ => { heard++; return ValueTask.CompletedTask; }), default);

        // The same packet twice before PUBREL is one message; the endpoint objects to PUBREC, which shows that it came.
        Platform.Faults.SendGarbage([0x34, 0x06, 0x00, 0x01, (byte)'t', 0x00, 0x07, 0x00, 0x3C, 0x06, 0x00, 0x01, (byte)'t', 0x00, 0x07, 0x00]);

        Assert.Equal((byte)0x82, (await client.Ended.WaitAsync(Limit)).Reason);
        Assert.Equal(1, heard);
    }

    [Theory]
    [InlineData(0x8E)]
    [InlineData(0x8B)]
    [InlineData(0x97)]
    public async Task Broker_Disconnects_TheReasonIsTold(byte reason)
    {
        await using IMqttClient client = Create();
        await client.ConnectAsync(Connect(5), default);

        Platform.Faults.Disconnect(reason, "gw");

        Assert.Equal(reason, (await client.Ended.WaitAsync(Limit)).Reason);
    }

    [Fact]
    public async Task Connect_SameIdTwice_TheFirstIsTakenOver()
    {
        await using IMqttClient first = Create();
        await using IMqttClient second = Create();
        await first.ConnectAsync(Connect(5), default);

        await second.ConnectAsync(Connect(5), default);

        Assert.Equal((byte)0x8E, (await first.Ended.WaitAsync(Limit)).Reason);
        Assert.Equal(0x10, (await second.PublishAsync(Message("x")).WaitAsync(Limit)).Reason);
    }

    [Fact]
    public async Task Link_HalfOpen_IsNoticedAfterOneAndAHalfKeepAlive()
    {
        var time = new FakeTimeProvider();
        await using IMqttClient client = Create(time);
        await client.ConnectAsync(Connect(5) with { KeepAlive = TimeSpan.FromSeconds(60) }, default);
        Platform.Faults.HalfOpen = true;

        for (int second = 0; second < 89; second++)
        {
            // Busy in our direction: what the socket takes proves nothing.
            _ = client.PublishAsync(Message($"{second}", qos: 0));
            time.Advance(TimeSpan.FromSeconds(1));
        }

        await Task.Delay(20);
        Assert.False(client.Ended.IsCompleted);
        await AdvanceUntilEndedAsync(client, time);
        Assert.Equal("nothing came from the broker for 90 s", (await client.Ended).Why);
    }

    [Fact]
    public async Task Link_Idle_IsKeptAliveByPings()
    {
        var time = new FakeTimeProvider();
        var dialer = new ReadCountingDialer();
        await using IMqttClient client = new MqttClient(dialer, time, NullLogger.Instance);
        Platform.Faults.ServerKeepAlive = 10;
        Assert.Equal(TimeSpan.FromSeconds(10), (await client.ConnectAsync(Connect(5), default)).KeepAlive);

        for (int answers = dialer.Reads; answers < 10; answers++)
        {
            time.Advance(TimeSpan.FromSeconds(10));
            await Eventually.TrueAsync(() => dialer.Reads > answers || client.Ended.IsCompleted, "an answer to the ping");
        }

        Assert.False(client.Ended.IsCompleted, "seven keep-alive intervals passed with pings only");
    }

    [Fact]
    public async Task Connect_BrokerRefusesRetain_MessageGoesWithoutIt()
    {
        Platform.Faults.RetainRefused = true;
        await using IMqttClient client = Create();
        Assert.False((await client.ConnectAsync(Connect(5), default)).RetainAvailable);

        await client.PublishAsync(Message("x") with { Retain = true }).WaitAsync(Limit);

        Assert.False(Received.Single().Retain);
    }

    [Fact]
    public async Task Connect_NobodyAnswersTheGreeting_GivesUpInTime()
    {
        Platform.Faults.HalfOpen = true;
        await using IMqttClient client = Create();

        var failed = await Assert.ThrowsAsync<IOException>(() => client.ConnectAsync(Connect(5) with { Timeout = TimeSpan.FromMilliseconds(200) }, default));

        Assert.Contains("did not finish the greeting within 0.2 s", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handler_Throws_MessageStaysWithTheBrokerAndTheLinkLives()
    {
        int calls = 0;
        await using (IMqttClient client = Create())
        {
            await client.ConnectAsync(Connect(5, _ => calls++ == 0 ? throw new InvalidOperationException("defect") : ValueTask.CompletedTask), default);
            await client.SubscribeAsync(["down/#"], default).WaitAsync(Limit);
            Platform.Publish("down/a", "one"u8.ToArray());
            Platform.Publish("down/a", "two"u8.ToArray());
            await Eventually.TrueAsync(() => calls == 2, "the second is handled all the same");
        }

        await using IMqttClient next = Create();
        await next.ConnectAsync(Connect(5, _ => { calls++; return ValueTask.CompletedTask; }), default);
        await Eventually.TrueAsync(() => calls == 3, "the first comes again");
    }

    [Fact]
    public async Task Publish_TopicWithWildcard_IsRefusedHere()
    {
        await using IMqttClient client = Create();
        await client.ConnectAsync(Connect(5), default);

        await Assert.ThrowsAsync<ArgumentException>(() => client.PublishAsync(Message("x") with { Topic = "a/+" }));
    }

    private static MqttClient Create(TimeProvider time) => new(new TcpDialer(), time, NullLogger.Instance);

    private static async Task AdvanceUntilEndedAsync(IMqttClient client, FakeTimeProvider time)
    {
        var limit = System.Diagnostics.Stopwatch.StartNew();
        while (!client.Ended.IsCompleted && limit.Elapsed < Limit)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10);
        }

        Assert.True(client.Ended.IsCompleted, "the link never ended");
    }
}
