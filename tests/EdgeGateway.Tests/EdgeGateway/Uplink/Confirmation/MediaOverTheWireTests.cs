using System.Globalization;
using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Sim.Mqtt;
using EdgeGateway.Sim.Platform;
using EdgeGateway.Sim.Verification;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink.Confirmation;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.State;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;

/// <summary>The whole uplink over real sockets, against a broker that acknowledges every picture and drops one in three.</summary>
public sealed class MediaOverTheWireTests : IAsyncLifetime
{
    private const int Pictures = 30;
    private const int LargeParts = 4;

    private static readonly ConfirmationLimits s_quick = new()
    {
        ResendAfter = TimeSpan.FromMilliseconds(200), ReceiptPatience = TimeSpan.FromMilliseconds(300), ReceiptPatienceMost = TimeSpan.FromMilliseconds(600), Look = TimeSpan.FromMilliseconds(50),
    };

    private readonly PlatformEndpoint _broker = new();
    private readonly PlatformConsumer _platform;
    private readonly InMemoryReadingStore _store = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public MediaOverTheWireTests() => _broker.Consumer = _platform = new PlatformConsumer(_broker, "edge/v1");

    public async Task InitializeAsync()
    {
        _broker.Faults.ForgetEvery(3, "edge/v1/+/+/+/up/media/#");
        await _broker.StartAsync();

        // Somebody subscribes, or the broker would say that nobody listens.
        var listener = new SimMqttSubscriber(
            new SimMqttOptions { Host = "127.0.0.1", Port = _broker.Port, ClientId = "listener" }, ["edge/v1/#"], (_, _) => ValueTask.CompletedTask);
        _running = listener.RunAsync(_stop.Token);
        await Eventually.TrueAsync(() => _broker.Clients.Contains("listener"), "the listener");
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _broker.DisposeAsync();
        _stop.Dispose();
    }

    [Fact]
    public async Task Run_EveryThirdIsAcknowledgedAndDropped_AllPicturesArriveWhole()
    {
        _platform.Announce("main");
        var rig = Start(ConfirmChoice.Auto);
        await Eventually.TrueAsync(() => rig.Mode.MediaByPlatform, "the platform's word is in force for files");
        var sent = await AppendAsync();
        _running = Task.WhenAll(_running, ConfirmAsync());
        await Eventually.TrueAsync(() => _store.Status().MediaWaiting == 0, "every picture is confirmed and forgotten");
        Assert.Equal(sent.Order(StringComparer.Ordinal), Arrived().Order(StringComparer.Ordinal));
        await Eventually.TrueAsync(() => rig.Delivery.Media.Count == 0, "nothing is awaited");
    }

    [Fact]
    public async Task Run_BrokersWord_LosesWhatTheBrokerDrops()
    {
        Start(ConfirmChoice.Broker);
        var sent = await AppendAsync();
        await Eventually.TrueAsync(() => _store.Status().MediaWaiting == 0, "everything is forgotten");
        Assert.InRange(Arrived().Count, 1, sent.Count - (Pictures / 3));
    }

    /// <returns>Files that are what their name says.</returns>
    private HashSet<string> Arrived() =>
        [.. _platform.Lines.Where(line => line.Type == ReceivedLine.MediaBytes && line.Named == line.Sha256).Select(line => line.Sha256!)];

    private async Task ConfirmAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            _platform.Confirm();
            await Task.Delay(50, _stop.Token);
        }
    }

    private async Task<List<string>> AppendAsync()
    {
        var sent = new List<string>();
        for (int i = 0; i < Pictures; i++)
        {
            byte[] content = new byte[i == 0 ? (LargeParts * MediaParts.PartBytes) - 5 : 1000 + i];
            new Random(i).NextBytes(content);
            Attachment picture = Attachment.Of(content, "image/jpeg");
            sent.Add(picture.Sha256);
            await _store.AppendAsync(
                new()
                {
                    Lane = Lane.Event, Device = "cam-1", Kind = "k", Received = DateTimeOffset.UnixEpoch, Attachments = [picture],
                    Tail = System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\"n\":{i}}}")),
                },
                default);
        }

        return sent;
    }

    private ConfirmationRig Start(ConfirmChoice confirm)
    {
        var time = TimeProvider.System;
        var settings = new UplinkSettings { Brokers = [new BrokerSettings { Host = "127.0.0.1", Port = _broker.Port }], Confirm = confirm };
        var identity = new GatewayIdentity(new Topics("edge/v1", "site-1", "gw-test"), "gw-test", "0", time.GetUtcNow(), "c", new Catalogue([]));
        var rig = new ConfirmationRig(_store, settings, identity, time, s_quick);
        _running = Task.WhenAll(_running, UplinkRig.ServiceOf(_store, settings, identity, rig, new Audience(time), new ForwarderLimits()).RunAsync(_stop.Token));
        return rig;
    }
}
