using System.Text;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Uplink;

public sealed class ForwarderTests : IAsyncLifetime
{
    private const string EventTopic = "/up/event/cam-1/plate.read";

    private static readonly ForwarderLimits s_quick = new()
    {
        Unheard = TimeSpan.FromMilliseconds(50), UnheardMost = TimeSpan.FromMilliseconds(200), Pause = TimeSpan.FromMilliseconds(20), AckTimeout = TimeSpan.FromMilliseconds(500),
    };

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "edge-" + Guid.NewGuid().ToString("N"));
    private readonly CancellationTokenSource _stop = new();
    private SqliteReadingStore _store = null!;
    private Forwarder _forwarder = null!;

    public Task InitializeAsync()
    {
        _store = SqliteReadingStore.Open(
            new StoreOptions { Folder = _folder, Gateway = "gw-1" }, TimeProvider.System, new Random(1), NullLogger<SqliteReadingStore>.Instance);
        var time = TimeProvider.System;
        _forwarder = new Forwarder(
            _store, _store, _store, _store, ConfirmationRig.DeliveryOf(_store, _store), new Topics("edge/v1", "site-1", "gw-1"), new Audience(time), new BackfillPace(_store, time), new UplinkMeter(_store), s_quick, time,
            NullLogger<Forwarder>.Instance);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Run_BrokerTakesEverything_StoreForgetsAndTopicsAreOfTheContract()
    {
        var client = new FakeMqttClient();
        await AppendAsync("cam-1", "a", "b", "c");
        var running = Start(client);
        await Eventually.TrueAsync(() => Waiting == 0, "all forgotten");
        Assert.EndsWith(EventTopic, client.Published[0].Topic, StringComparison.Ordinal);
        Assert.Equal(["a", "b", "c"], Names(client));
        await StopAsync(running);
    }

    [Fact]
    public async Task Run_LinkBreaksBeforeTheAnswer_NextLinkSendsTheSameBytesAgain()
    {
        var first = new FakeMqttClient { Answer = _ => null };
        await AppendAsync("cam-1", "a", "b");
        var running = Start(first);
        await Eventually.TrueAsync(() => first.Published.Count == 2, "both sent");
        first.Break();
        await running;
        Assert.Equal(2, Waiting);
        var second = new FakeMqttClient();
        running = Start(second);
        await Eventually.TrueAsync(() => Waiting == 0, "all forgotten");
        Assert.Equal(first.Payloads, second.Payloads);
        await StopAsync(running);
    }

    [Fact]
    public async Task Run_NobodySubscribes_KeepsTheReadingAndSendsItUntilSomebodyDoes()
    {
        bool somebody = false;
        var client = new FakeMqttClient { Answer = _ => Volatile.Read(ref somebody) ? (byte)0 : (byte)0x10 };
        await AppendAsync("cam-1", "a", "b");
        var running = Start(client);
        await Eventually.TrueAsync(() => client.Published.Count >= 4, "tried again");
        Assert.Equal(2, Waiting);
        Volatile.Write(ref somebody, true);
        await Eventually.TrueAsync(() => Waiting == 0, "forgotten once somebody listens");
        await StopAsync(running);
    }

    [Fact]
    public async Task Run_OneTopicIsUnheard_TheOthersGoOn()
    {
        var client = new FakeMqttClient { Answer = message => message.Topic.Contains("cam-1", StringComparison.Ordinal) ? (byte)0x10 : (byte)0 };
        await AppendAsync("cam-1", "kept");
        await AppendAsync("cam-2", "sent");
        var running = Start(client);
        await Eventually.TrueAsync(() => Waiting == 1, "the other is forgotten");
        Assert.Equal("cam-1", _store.Read(Lane.Event, 0, 10).Single().Device);
        await StopAsync(running);
    }

    [Theory]
    [InlineData(0x97)]
    [InlineData(0x80)]
    public async Task Run_QuotaExceeded_PausesAndSendsInOrderAgain(byte reason)
    {
        int refusals = 3;
        var client = new FakeMqttClient { Answer = _ => Interlocked.Decrement(ref refusals) >= 0 ? reason : (byte)0 };
        await AppendAsync("cam-1", "a", "b", "c");
        var running = Start(client, window: 1);
        await Eventually.TrueAsync(() => Waiting == 0, "all forgotten in the end");
        Assert.Equal(["a", "b", "c"], Names(client).TakeLast(3));
        await StopAsync(running);
    }

    [Fact]
    public async Task Run_BrokerCanNeverTakeOne_IsParkedAndTheLaneGoesOn()
    {
        var client = new FakeMqttClient { Answer = message => Encoding.UTF8.GetString(message.Payload.Span).Contains("\"bad\"", StringComparison.Ordinal) ? (byte)0x95 : (byte)0 };
        await AppendAsync("cam-1", "a", "bad", "c");
        var running = Start(client);
        await Eventually.TrueAsync(() => Waiting == 0, "nothing waits");
        Assert.Equal(1, _store.Status().Parked);
        await StopAsync(running);
    }

    [Fact]
    public async Task Run_BrokerAcceptsAndNeverAcknowledges_EndsTheLinkAndKeepsAll()
    {
        var client = new FakeMqttClient { Answer = _ => null };
        await AppendAsync("cam-1", "a");
        string why = await Start(client).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Contains("does not acknowledge", why);
        Assert.Equal(1, Waiting);
    }

    [Fact]
    public async Task Run_PictureAboveOnePart_TravelsInPartsAndIsForgottenAfterTheLast()
    {
        var client = new FakeMqttClient();
        var picture = new byte[MediaParts.PartBytes + 5];
        new Random(7).NextBytes(picture);
        var attachment = Attachment.Of(picture, "image/jpeg");
        await _store.AppendAsync(Pending("cam-1", "a") with { Attachments = [attachment] }, default);
        var running = Start(client);
        await Eventually.TrueAsync(() => _store.Status().MediaWaiting == 0, "the picture is forgotten");
        var parts = client.Published.Where(message => message.Topic.Contains("/up/media/", StringComparison.Ordinal)).ToList();
        Assert.Equal([$"{attachment.Sha256}/0", $"{attachment.Sha256}/1"], parts.Select(part => part.Topic.Split("/up/media/")[1]));
        Assert.Equal(picture, parts.SelectMany(part => part.Payload.ToArray()));
        await StopAsync(running);
    }

    [Fact]
    public async Task Run_NobodyWantsPictures_OneGoesAheadUntilSomebodyDoes()
    {
        const int Pictures = 60;
        bool somebody = false;
        var client = new FakeMqttClient { Answer = message => Volatile.Read(ref somebody) || !IsPicture(message) ? (byte)0 : (byte)0x10 };
        for (int i = 0; i < Pictures; i++)
        {
            await _store.AppendAsync(Pending("cam-1", $"r{i}") with { Attachments = [Attachment.Of(new byte[] { (byte)i, 1, 2 }, "image/jpeg")] }, default);
        }

        var running = Start(client);
        await Eventually.TrueAsync(() => client.Published.Count(IsPicture) is var sent && sent > 3 && Waiting == 0, "pictures are tried");
        int first = client.Published.Count(IsPicture);
        await Eventually.TrueAsync(() => client.Published.Count(IsPicture) > first + 1, "and tried again");
        Assert.True(client.Published.Count(IsPicture) < Pictures, "the whole backlog went out for nobody");
        Assert.Equal(Pictures, _store.Status().MediaWaiting);
        Volatile.Write(ref somebody, true);
        await Eventually.TrueAsync(() => _store.Status().MediaWaiting == 0, "all pictures are forgotten");
        await StopAsync(running);
    }

    private static bool IsPicture(MqttMessage message) => message.Topic.Contains("/up/media/", StringComparison.Ordinal);

    private long Waiting => _store.Status().Waiting.Sum();

    private static IEnumerable<string> Names(FakeMqttClient client) =>
        client.Payloads.Select(payload => System.Text.Json.JsonDocument.Parse(payload).RootElement.GetProperty("name").GetString()!);

    private static PendingReading Pending(string device, string name) => new()
    {
        Lane = Lane.Event, Device = device, Kind = "plate.read", Received = DateTimeOffset.UnixEpoch, Tail = Encoding.UTF8.GetBytes($"\"name\":\"{name}\"}}"),
    };

    private async Task AppendAsync(string device, params string[] names)
    {
        foreach (string name in names)
        {
            await _store.AppendAsync(Pending(device, name), default);
        }
    }

    private Task<string> Start(FakeMqttClient client, int window = 20) => _forwarder.RunAsync(
        new Link(client, new MqttConnection(5, window, null, false, TimeSpan.FromSeconds(60), true), new SendWindow(window)), _stop.Token);

    private async Task StopAsync(Task<string> running)
    {
        await _stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(60));
    }
}
