using System.Collections.Concurrent;
using System.Text;
using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Sim.Mqtt;
using EdgeGateway.Sim.Platform;
using EdgeGateway.Telemetry;
using EdgeGateway.Telemetry.Clock;
using EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;
using EdgeGateway.Uplink.State;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Uplink;

/// <summary>The whole uplink over real sockets, against an endpoint that misbehaves: whatever it does, every reading arrives in the end.</summary>
public sealed class UplinkServiceTests : IAsyncLifetime
{
    private const int Readings = 40;
    private const string SubscriberId = "platform";

    private readonly PlatformEndpoint _platform = new();
    private readonly InMemoryReadingStore _store = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, int> _arrived = new();
    private readonly Topics _topics = new("edge/v1", "site-1", "gw-test");
    private Task _uplink = Task.CompletedTask;
    private Task _subscriber = Task.CompletedTask;

    public async Task InitializeAsync()
    {
        await _platform.StartAsync();
        var subscriber = new SimMqttSubscriber(
            new SimMqttOptions { Host = "127.0.0.1", Port = _platform.Port, ClientId = SubscriberId, Persistent = true },
            ["edge/v1/#"],
            (_, message) =>
            {
                _arrived.AddOrUpdate(Encoding.UTF8.GetString(message.Payload.Span), 1, (_, times) => times + 1);
                return ValueTask.CompletedTask;
            }) { Pause = TimeSpan.FromMilliseconds(50) };
        _subscriber = subscriber.RunAsync(_stop.Token);
        await Eventually.TrueAsync(() => _platform.Clients.Contains(SubscriberId), "the subscriber");
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _uplink;
        await _subscriber.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _platform.DisposeAsync();
        _stop.Dispose();
    }

    [Theory]
    [InlineData("withholds PUBACK")]
    [InlineData("answers quota exceeded")]
    [InlineData("answers unspecified error")]
    [InlineData("cuts")]
    [InlineData("cuts inside a packet")]
    [InlineData("sends garbage")]
    [InlineData("half open")]
    [InlineData("says shutting down")]
    [InlineData("refuses version 5")]
    [InlineData("grants a window of one")]
    public async Task Run_EndpointMisbehaves_EveryReadingArrivesAndIsForgotten(string how)
    {
        Misbehave(how, before: true);
        Start();
        await AppendAsync(0, Readings / 2);
        await Eventually.TrueAsync(() => how.Contains("refuses", StringComparison.Ordinal) || !_arrived.IsEmpty || how.Contains("withholds", StringComparison.Ordinal), "the first arrives");
        Misbehave(how, before: false);
        await AppendAsync(Readings / 2, Readings);
        await Eventually.TrueAsync(() => _store.Status().Waiting.Sum() == 0, $"everything is forgotten although the endpoint {how}");
        await Eventually.TrueAsync(() => Enumerable.Range(0, Readings).All(i => _arrived.Keys.Any(payload => payload.Contains($"\"n\":{i}}}", StringComparison.Ordinal))), "everything arrived");
    }

    [Fact]
    public async Task Run_Stop_SaysStoppedUnderItsConnectionNumber()
    {
        Start();
        await Eventually.TrueAsync(() => _arrived.Keys.Any(payload => payload.Contains("\"ready\"", StringComparison.Ordinal)), "the birth");
        await _stop.CancelAsync();
        await _uplink;
        await Eventually.TrueAsync(() => _store.Recall("uplink.connection") == "1", "the connection is counted");
    }

    private void Misbehave(string how, bool before)
    {
        var faults = _platform.Faults;
        switch (how, before)
        {
            case ("withholds PUBACK", true): faults.WithholdPubAcks(10); break;
            case ("answers quota exceeded", true): faults.AnswerPubAcks(0x97, 10); break;
            case ("answers unspecified error", true): faults.AnswerPubAcks(0x80, 10); break;
            case ("refuses version 5", true): faults.Refusal = ConnectRefusal.LikeRabbitMq; break;
            case ("grants a window of one", true): faults.ReceiveMaximum = 1; break;
            case ("cuts", false): faults.Cut("gw-test"); break;
            case ("cuts inside a packet", false): faults.CutInsidePacket("gw-test"); break;
            case ("sends garbage", false): faults.SendGarbage([0xF7, 0xFF, 0xFF, 0xFF, 0xFF, 1], "gw-test"); break;
            case ("says shutting down", false): faults.Disconnect(0x8B, "gw-test"); break;
            case ("half open", false): HalfOpenForAWhile(); break;
            default: break;
        }
    }

    private void HalfOpenForAWhile()
    {
        _platform.Faults.HalfOpen = true;
        _ = Task.Delay(1500).ContinueWith(_ => _platform.Faults.HalfOpen = false, TaskScheduler.Default);
    }

    private async Task AppendAsync(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            await _store.AppendAsync(
                new() { Lane = Lane.Event, Device = "cam-1", Kind = "plate.read", Received = DateTimeOffset.UnixEpoch, Tail = Encoding.UTF8.GetBytes($"\"n\":{i}}}") }, default);
        }
    }

    private void Start()
    {
        var time = TimeProvider.System;
        var audience = new Audience(time);
        var board = new HealthBoard();
        var settings = new UplinkSettings
        {
            Brokers = [new BrokerSettings { Host = "127.0.0.1", Port = _platform.Port }],
            BackoffLeast = TimeSpan.FromMilliseconds(50), BackoffMost = TimeSpan.FromMilliseconds(200), ConnectTimeout = TimeSpan.FromSeconds(2),
        };
        var limits = new ForwarderLimits { Pause = TimeSpan.FromMilliseconds(50), Unheard = TimeSpan.FromMilliseconds(50), AckTimeout = TimeSpan.FromSeconds(1) };
        var identity = new GatewayIdentity(_topics, "gw-test", "0", time.GetUtcNow(), "c", new Catalogue([]));
        var rig = new ConfirmationRig(_store, settings, identity, time);
        var messages = new StateMessages(identity, _store, rig.Delivery, board, audience, new FaultCounters(), new KernelClockJudge(time, new FaultCounters()));
        _uplink = new UplinkService(
            settings, identity,
            new MqttConnector(new TcpDialer(), new BrokerVersions(_store), time, NullLogger<MqttConnector>.Instance),
            new Forwarder(_store, _store, rig.Delivery, _topics, audience, limits, time, NullLogger<Forwarder>.Instance),
            messages, new StatePublisher(messages, board, time), rig.Companions, new ConnectionCounter(_store),
            new BrokerPatience(settings, _store, new Random(1)), time, new Random(1), NullLogger<UplinkService>.Instance).RunAsync(_stop.Token);
    }
}
