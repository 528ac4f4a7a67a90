using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Sim.Mqtt;
using EdgeGateway.Sim.Platform;
using EdgeGateway.Telemetry;
using EdgeGateway.Telemetry.Clock;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink;
using EdgeGateway.Uplink.Confirmation;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;
using EdgeGateway.Uplink.State;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;

/// <summary>The whole uplink over real sockets, against a broker that acknowledges everything and drops some of it.</summary>
public sealed class ReceiptsOverTheWireTests : IAsyncLifetime
{
    private const int Readings = 60;
    private const int EveryNth = 5;

    private static readonly ConfirmationLimits s_quick = new()
    {
        ResendAfter = TimeSpan.FromMilliseconds(300), ReceiptPatience = TimeSpan.FromMilliseconds(800), Look = TimeSpan.FromMilliseconds(50),
    };

    private readonly PlatformEndpoint _broker = new();
    private readonly InMemoryReadingStore _store = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ModelPlatform _platform = new();
    private readonly ConcurrentDictionary<long, bool> _dropped = new();
    private readonly ConcurrentQueue<JsonElement> _manifests = new();
    private readonly Topics _topics = new("edge/v1", "site-1", "gw-test");
    private Task _uplink = Task.CompletedTask;
    private Task _listener = Task.CompletedTask;
    private Task _confirming = Task.CompletedTask;

    public async Task InitializeAsync()
    {
        _broker.OnPublish = Hear;
        await _broker.StartAsync();

        // Somebody subscribes, or the broker would say that nobody listens; what the platform gets is decided in Hear.
        var listener = new SimMqttSubscriber(
            new SimMqttOptions { Host = "127.0.0.1", Port = _broker.Port, ClientId = "listener" }, ["edge/v1/#"], (_, _) => ValueTask.CompletedTask);
        _listener = listener.RunAsync(_stop.Token);
        await Eventually.TrueAsync(() => _broker.Clients.Contains("listener"), "the listener");
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_uplink, _listener, _confirming).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _broker.DisposeAsync();
        _stop.Dispose();
    }

    [Theory]
    [InlineData(ConfirmChoice.Platform, false)]
    [InlineData(ConfirmChoice.Auto, false)]
    [InlineData(ConfirmChoice.Auto, true)]
    public async Task Run_EveryFifthIsAcknowledgedAndDropped_EachIsSentAgainAndNothingIsLost(ConfirmChoice confirm, bool old)
    {
        _broker.Faults.Refusal = old ? ConnectRefusal.LikeNats : null;
        _broker.Publish("edge/v1/platform/main", Encoding.UTF8.GetBytes("{\"online\":true,\"receipts\":true,\"instance\":\"a\"}"), retain: true);
        var rig = Start(confirm);
        await Eventually.TrueAsync(() => rig.Mode.ByPlatform, "the platform's word is in force");
        _confirming = ConfirmAsync();
        await AppendAsync();
        await Eventually.TrueAsync(() => _store.Status().Waiting.Sum() == 0, "everything is confirmed and forgotten");
        Assert.Equal(Readings, _platform.Kept);
        Assert.Equal(Readings / EveryNth, _dropped.Count);
        Assert.True(_dropped.ContainsKey(Readings), "the last one was dropped too: only patience finds it");
    }

    [Fact]
    public async Task Run_BrokersWord_LosesWhatTheBrokerDrops()
    {
        Start(ConfirmChoice.Broker);
        await AppendAsync();
        await Eventually.TrueAsync(() => _store.Status().Waiting.Sum() == 0, "everything is forgotten");
        Assert.Equal(Readings - (Readings / EveryNth), _platform.Kept);
    }

    [Fact]
    public async Task Run_ManifestsEverySecond_CoverEveryNumber()
    {
        Start(ConfirmChoice.Broker);
        await AppendAsync();
        await Eventually.TrueAsync(() => _manifests.Sum(body => body.GetProperty("count").GetInt64()) >= Readings, "the manifests");
        var all = _manifests.OrderBy(body => body.GetProperty("fromSeq").GetInt64()).ToList();
        Assert.Equal(1, all[0].GetProperty("fromSeq").GetInt64());
        Assert.Equal(Readings, all[^1].GetProperty("toSeq").GetInt64());
        Assert.All(all.Zip(all.Skip(1)), pair => Assert.Equal(pair.First.GetProperty("toSeq").GetInt64() + 1, pair.Second.GetProperty("fromSeq").GetInt64()));
    }

    private void Hear(ReceivedPublish publish)
    {
        if (publish.Topic == _topics.Manifest)
        {
            _manifests.Enqueue(JsonDocument.Parse(publish.Payload.ToArray()).RootElement);
        }
        else if (ModelPlatform.IsReading(publish.Topic))
        {
            long seq = ModelPlatform.SeqOf(publish.Payload.ToArray());
            if (seq % EveryNth != 0 || !_dropped.TryAdd(seq, true))
            {
                _platform.Keep(seq);
            }
        }
    }

    private async Task ConfirmAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var (upTo, missing) = _platform.Receipt();
            string ranges = string.Join(',', missing.Select(range => FormattableString.Invariant($"[{range.First},{range.Last}]")));
            _broker.Publish(_topics.Receipt, Encoding.UTF8.GetBytes(FormattableString.Invariant($"{{\"epoch\":\"{_store.Epoch}\",\"upTo\":{upTo},\"missing\":[{ranges}]}}")));
            await Task.Delay(50, _stop.Token);
        }
    }

    private async Task AppendAsync()
    {
        for (int i = 0; i < Readings; i++)
        {
            await _store.AppendAsync(
                new() { Lane = (Lane)(i % 3), Device = "cam-1", Kind = "k", Received = DateTimeOffset.UnixEpoch, Tail = "\"n\":1}"u8.ToArray() }, default);
        }
    }

    private ConfirmationRig Start(ConfirmChoice confirm)
    {
        var time = TimeProvider.System;
        var settings = new UplinkSettings
        {
            Brokers = [new BrokerSettings { Host = "127.0.0.1", Port = _broker.Port }],
            Confirm = confirm,
            Manifest = new ManifestSettings { Every = TimeSpan.FromSeconds(1), Readings = 7 },
        };
        var identity = new GatewayIdentity(_topics, "gw-test", "0", time.GetUtcNow(), "c", new Catalogue([]));
        var rig = new ConfirmationRig(_store, settings, identity, time, s_quick);
        var (audience, board) = (new Audience(time), new HealthBoard());
        var messages = new StateMessages(identity, _store, rig.Delivery, board, audience, new FaultCounters(), new KernelClockJudge(time, new FaultCounters()));
        _uplink = new UplinkService(
            settings, identity,
            new MqttConnector(new TcpDialer(), new BrokerVersions(_store), time, NullLogger<MqttConnector>.Instance),
            new Forwarder(_store, _store, rig.Delivery, _topics, audience, new ForwarderLimits(), time, NullLogger<Forwarder>.Instance),
            messages, new StatePublisher(messages, board, time), rig.Companions, new ConnectionCounter(_store),
            new BrokerPatience(settings, _store, new Random(1)), time, new Random(1), NullLogger<UplinkService>.Instance).RunAsync(_stop.Token);
        return rig;
    }
}
