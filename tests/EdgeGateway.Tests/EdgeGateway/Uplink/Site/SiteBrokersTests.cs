using System.Collections.Concurrent;
using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Sim.Platform;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink.Mqtt;
using EdgeGateway.Uplink.Site;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Site;

public sealed class SiteBrokersTests : IAsyncLifetime
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly PlatformEndpoint _endpoint = new();
    private readonly ConcurrentQueue<ReceivedPublish> _received = new();
    private readonly ConcurrentQueue<string> _heard = new();
    private readonly ConcurrentDictionary<string, int> _versions = new();

    public Task InitializeAsync()
    {
        _endpoint.OnPublish = _received.Enqueue;
        return _endpoint.StartAsync();
    }

    public Task DisposeAsync() => _endpoint.DisposeAsync().AsTask();

    [Fact]
    public async Task Messages_OneAfterTheOther_AreHandedOutWithTheirTopic()
    {
        _endpoint.Publish("robot/connection", "kept"u8.ToArray(), retain: true);
        await using var broker = await ConnectAsync(Note);

        _endpoint.Publish("robot/state", "one"u8.ToArray());
        _endpoint.Publish("robot/state", "two"u8.ToArray(), qos: 0);

        await Eventually.TrueAsync(() => _heard.Count == 3, "all come");
        Assert.Equal(["robot/connection kept retained", "robot/state one", "robot/state two"], _heard);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public async Task Handler_Throws_EndsTheLinkAndTheMessageComesAgainBeforeTheNext(int version)
    {
        _endpoint.Faults.Refusal = version == 4 ? ConnectRefusal.LikeNats : null;
        await using (var broker = await ConnectAsync(message => Text(message) == "two" ? throw new IOException("disk full") : Note(message)))
        {
            foreach (string text in (string[])["one", "two", "three"])
            {
                _endpoint.Publish("robot/state", Encoding.UTF8.GetBytes(text));
            }

            Assert.Equal("a message on robot/state could not be taken: disk full", await broker.Ended.WaitAsync(s_limit));
        }

        await using var next = await ConnectAsync(Note);
        await Eventually.TrueAsync(() => _heard.Contains("robot/state three"), "what was not taken comes again");

        // The answer to the first may not have left before the link ended: then it comes again too.
        Assert.Equal(["robot/state one", "robot/state two", "robot/state three"], _heard.Distinct());
    }

    [Fact]
    public async Task Messages_SentWhileAway_WaitAtTheBroker()
    {
        await (await ConnectAsync(Note)).DisposeAsync();
        Assert.Equal(1, _endpoint.Publish("robot/state", "while away"u8.ToArray()));

        await using var next = await ConnectAsync(Note);

        await Eventually.TrueAsync(() => _heard.Contains("robot/state while away"), "it waited");
    }

    [Fact]
    public async Task Message_TooLarge_IsNotHandedOutAndDoesNotComeAgain()
    {
        await using (var broker = await ConnectAsync(Note))
        {
            _endpoint.Publish("robot/state", new byte[(256 * 1024) + 1]);
            _endpoint.Publish("robot/large", new byte[256 * 1024]);
            await Eventually.TrueAsync(() => _heard.Count == 1, "the next one comes");

            // Its PUBACK leaves behind those of both messages.
            await broker.PublishAsync("barrier", default, default).WaitAsync(s_limit);
        }

        await using var next = await ConnectAsync(Note);
        _endpoint.Publish("robot/state", "after"u8.ToArray());
        await Eventually.TrueAsync(() => _heard.Count == 2, "what follows comes");
        Assert.StartsWith("robot/large", _heard.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_Accepted_CompletesWithQos1()
    {
        await using var broker = await ConnectAsync(Note);

        await broker.PublishAsync("robot/instantActions", "{}"u8.ToArray(), default).WaitAsync(s_limit);

        Assert.Equal(("robot/instantActions", 1), _received.Select(publish => (publish.Topic, publish.QoS)).Single());
    }

    /// <summary>MQTT 3.1.1 cannot say it; the order goes out all the same.</summary>
    [Theory]
    [InlineData(5, 10u)]
    [InlineData(4, null)]
    public async Task Publish_ThatExpires_SaysSoWhereItCan(int version, uint? seconds)
    {
        _endpoint.Faults.Refusal = version == 4 ? ConnectRefusal.LikeRabbitMq : null;
        await using var broker = await ConnectAsync(Note);

        await broker.PublishAsync("robot/instantActions", "{}"u8.ToArray(), TimeSpan.FromSeconds(9.2), default).WaitAsync(s_limit);
        await broker.PublishAsync("robot/else", "{}"u8.ToArray(), default).WaitAsync(s_limit);

        Assert.Equal([(version, seconds), (version, null)], _received.Select(publish => (publish.Version, publish.Properties.MessageExpiry)));
    }

    [Fact]
    public async Task Publish_RefusedTooLargeOrLinkCut_IsAnIoException()
    {
        _endpoint.Faults.MaximumPacketSize = 500;
        await using var broker = await ConnectAsync(Note);
        _endpoint.Faults.AnswerPubAcks(0x87, 1);

        Assert.Contains("0x87", (await Assert.ThrowsAsync<IOException>(() => broker.PublishAsync("a", default, default))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<IOException>(() => broker.PublishAsync("a", new byte[600], default));
        await Assert.ThrowsAsync<IOException>(() => broker.PublishAsync("a/+", default, default));
        _endpoint.Faults.WithholdPubAcks();
        Task waiting = broker.PublishAsync("a", default, default);
        _endpoint.Faults.Cut();
        await Assert.ThrowsAsync<IOException>(() => waiting.WaitAsync(s_limit));
        Assert.NotEmpty(await broker.Ended.WaitAsync(s_limit));
    }

    [Theory]
    [InlineData(0x86, FaultKind.Refused)]
    [InlineData(0x87, FaultKind.Refused)]
    [InlineData(0x89, FaultKind.Unreachable)]
    public async Task Connect_Refused_IsAFaultOfThatKind(byte reason, FaultKind kind)
    {
        _endpoint.Faults.Refusal = new ConnectRefusal(RefusalForm.ConnAck, reason);

        Assert.Equal(kind, (await Assert.ThrowsAsync<DeviceFaultException>(() => ConnectAsync(Note))).Kind);
    }

    [Fact]
    public async Task Connect_BrokerIsOlder_UsesItsVersionAndRemembersIt()
    {
        _endpoint.Faults.Refusal = ConnectRefusal.LikeRabbitMq;

        await using var broker = await ConnectAsync(Note);

        Assert.Equal(4, Assert.Single(_versions).Value);
    }

    [Fact]
    public async Task Connect_NobodyThereOrNoFilter_IsAFault()
    {
        Assert.Equal(FaultKind.Misconfigured, (await Assert.ThrowsAsync<DeviceFaultException>(() => ConnectAsync(Note, "a/#/b"))).Kind);
        await _endpoint.StopAsync();
        Assert.Equal(FaultKind.Unreachable, (await Assert.ThrowsAsync<DeviceFaultException>(() => ConnectAsync(Note))).Kind);
    }

    [Fact]
    public async Task Dispose_HandlerUnderWay_LeavesItsMessageWithTheBroker()
    {
        using var stop = new CancellationTokenSource();
        var broker = await ConnectAsync(async message => { await Note(message); await Task.Delay(Timeout.Infinite, stop.Token); });
        _endpoint.Publish("robot/state", "one"u8.ToArray());
        await Eventually.TrueAsync(() => _heard.Count == 1, "it is being handled");

        Task gone = broker.DisposeAsync().AsTask();
        await stop.CancelAsync();
        await gone.WaitAsync(s_limit);

        await using var next = await ConnectAsync(Note);
        await Eventually.TrueAsync(() => _heard.Count == 2, "it comes again");
    }

    [Fact]
    public async Task Messages_MoreThanCanWait_EndTheLinkBehindThoseThatCouldAndTheRestComesInOrder()
    {
        const int Count = 1_500;
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var brokers = Brokers();
        await using (var broker = await ConnectAsync(async message => { await held.Task; await Note(message); }, brokers: brokers))
        {
            for (int i = 0; i < Count; i++)
            {
                _endpoint.Publish("robot/state", Encoding.UTF8.GetBytes($"{i:0000}"));
            }

            // Its PUBACK leaves behind all of them.
            await broker.PublishAsync("barrier", default, default).WaitAsync(s_limit);
            held.SetResult();
            await broker.Ended.WaitAsync(s_limit);
            Assert.InRange(_heard.Count, 1_000, Count - 1);
        }

        await using var next = await ConnectAsync(Note, brokers: brokers);
        await Eventually.TrueAsync(() => _heard.Distinct().Count() == Count, "the rest comes");
        Assert.Equal(Enumerable.Range(0, Count).Select(i => $"robot/state {i:0000}"), _heard.Distinct());
    }

    [Fact]
    public async Task Handler_StumblesThriceOverOneMessage_LetsItGoAndTakesTheNext()
    {
        var brokers = Brokers();
        int stumbled = 0;
        ValueTask Stumble(SiteMessage message) => Text(message) == "bad" ? throw new InvalidOperationException($"stumble {++stumbled}") : Note(message);
        for (int i = 0; i < 2; i++)
        {
            await using var broker = await ConnectAsync(Stumble, brokers: brokers);
            if (i == 0)
            {
                _endpoint.Publish("robot/state", "bad"u8.ToArray());
                _endpoint.Publish("robot/state", "good"u8.ToArray());
            }

            await broker.Ended.WaitAsync(s_limit);
            Assert.Empty(_heard);
        }

        await using var last = await ConnectAsync(Stumble, brokers: brokers);
        await Eventually.TrueAsync(() => _heard.Contains("robot/state good"), "what is behind it comes");
        Assert.Equal(3, stumbled);
        Assert.False(last.Ended.IsCompleted);
    }

    [Fact]
    public async Task Handler_WhoseDiskRefuses_LetsNothingGo()
    {
        var brokers = Brokers();
        for (int i = 0; i < 4; i++)
        {
            await using var broker = await ConnectAsync(_ => throw new StoreRefusedException("disk full"), brokers: brokers);
            if (i == 0)
            {
                _endpoint.Publish("robot/state", "one"u8.ToArray());
            }

            await broker.Ended.WaitAsync(s_limit);
        }

        await using var next = await ConnectAsync(Note, brokers: brokers);
        await Eventually.TrueAsync(() => _heard.Count == 1, "it comes when there is room");
    }

    private static string Text(SiteMessage message) => Encoding.UTF8.GetString(message.Payload.Span);

    private ValueTask Note(SiteMessage message)
    {
        _heard.Enqueue($"{message.Topic} {Text(message)}{(message.IsRetained ? " retained" : "")}");
        return ValueTask.CompletedTask;
    }

    private SiteBrokers Brokers() =>
        new(new MqttConnector(new TcpDialer(), new Memory(_versions), TimeProvider.System, NullLogger<MqttConnector>.Instance), NullLogger<SiteBrokers>.Instance);

    private Task<ISiteBroker> ConnectAsync(Func<SiteMessage, ValueTask> onMessage, string filter = "robot/+", SiteBrokers? brokers = null)
    {
        var options = new SiteBrokerOptions { Host = "127.0.0.1", Port = _endpoint.Port, ClientId = "edgegateway-robot" };
        return (brokers ?? Brokers()).ConnectAsync(options, [filter], onMessage, default).WaitAsync(s_limit);
    }

    private sealed class Memory(ConcurrentDictionary<string, int> versions) : IVersionMemory
    {
        public int? Recall(string broker) => versions.TryGetValue(broker, out int version) ? version : null;

        public Task RememberAsync(string broker, int version, CancellationToken ct)
        {
            versions[broker] = version;
            return Task.CompletedTask;
        }
    }
}
