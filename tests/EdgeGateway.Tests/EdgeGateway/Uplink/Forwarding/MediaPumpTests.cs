using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Forwarding;

public sealed class MediaPumpTests : IDisposable
{
    private const int Window = 4;

    private readonly CancellationTokenSource _stop = new();
    private readonly InMemoryReadingStore _store = new();

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task Run_LinkBreaksInsideALargeFile_NextLinkGoesOnBehindWhatWasTaken()
    {
        const int Parts = 20;
        byte[] file = new byte[(Parts * MediaParts.PartBytes) - 7];
        new Random(11).NextBytes(file);
        Attachment attachment = await AddAsync(file);
        var first = new FakeMqttClient { Answer = message => Part(message) < 17 ? (byte)0 : null };
        var running = Start(first, MediaMode.All);
        await Eventually.TrueAsync(() => _store.Pending(0, 1)[0].Taken == 16, "16 parts are noted");
        first.Break();
        await running.WaitAsync(TimeSpan.FromSeconds(60)).ContinueWith(static _ => { }, TaskScheduler.Default);

        var second = new FakeMqttClient();
        _ = Start(second, MediaMode.All);
        await Eventually.TrueAsync(() => _store.Pending(0, 1).Count == 0, "the file is forgotten");

        Assert.Equal([16, 17, 18, 19], second.Published.Select(Part));
        byte[] rest = [.. second.Published.SelectMany(static message => message.Payload.ToArray())];
        Assert.Equal(file.AsSpan(16 * MediaParts.PartBytes).ToArray(), rest);
        Assert.All(second.Published, message => Assert.Contains(attachment.Sha256, message.Topic, StringComparison.Ordinal));
        await _stop.CancelAsync();
    }

    [Fact]
    public async Task Run_OnDemand_OnlyWhatWasAskedForTravels()
    {
        Attachment[] files = [await AddAsync([1]), await AddAsync([2]), await AddAsync([3])];
        var client = new FakeMqttClient();
        _ = Start(client, MediaMode.OnDemand);

        Assert.False(await _store.WantAsync(new string('0', 64), default));
        Assert.True(await _store.WantAsync(files[1].Sha256, default));
        await Eventually.TrueAsync(() => _store.Pending(0, 10).Count == 2, "the one asked for is delivered");

        Assert.Equal([(byte)2], Assert.Single(client.Published).Payload.ToArray());
        await _stop.CancelAsync();
    }

    [Fact]
    public async Task Run_FilesOnDemandAmongOthers_TravelOnlyWhenAskedFor()
    {
        Attachment[] kept = [await AddAsync([1], onDemand: true), await AddAsync([3], onDemand: true)];
        await AddAsync([2]);
        var client = new FakeMqttClient();
        _ = Start(client, MediaMode.All);
        await Eventually.TrueAsync(() => _store.Pending(0, 10).Count == 2, "the one that travels by itself is delivered");

        await _store.WantAsync(kept[1].Sha256, default);
        await Eventually.TrueAsync(() => _store.Pending(0, 10).Count == 1, "the one asked for is delivered");

        Assert.Equal([2, 3], client.Published.Select(message => (int)message.Payload.Span[0]));
        await _stop.CancelAsync();
    }

    [Fact]
    public async Task Run_OneOfManyIsAskedFor_ItGoesFirst()
    {
        for (byte i = 0; i < 40; i++)
        {
            await AddAsync([i]);
        }

        await _store.WantAsync(Attachment.Of(new byte[] { 33 }, "image/jpeg").Sha256, default);
        var client = new FakeMqttClient();
        _ = Start(client, MediaMode.All);
        await Eventually.TrueAsync(() => _store.Pending(0, 1).Count == 0, "all are delivered");

        Assert.Equal(33, client.Published[0].Payload.Span[0]);
        Assert.Equal(40, client.Published.Count);
        await _stop.CancelAsync();
    }

    private static int Part(MqttMessage message) =>
        int.Parse(message.Topic.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

    private async Task<Attachment> AddAsync(byte[] content, bool onDemand = false)
    {
        Attachment attachment = Attachment.Of(content, "image/jpeg") with { OnDemand = onDemand };
        await _store.AppendAsync(
            new PendingReading
            {
                Lane = Lane.Event, Device = "cam-1", Kind = "plate.read", Received = DateTimeOffset.UnixEpoch, Tail = "\"n\":1}"u8.ToArray(), Attachments = [attachment],
            },
            default);
        return attachment;
    }

    private Task Start(FakeMqttClient client, MediaMode mode)
    {
        var time = TimeProvider.System;
        var pump = new MediaPump(
            _store, _store, ConfirmationRig.DeliveryOf(_store, _store), new Topics("edge/v1", "s", "g"), new Audience(time), new ForwarderLimits { Media = mode }, time, NullLogger.Instance);
        var link = new Link(client, new MqttConnection(5, Window, null, false, TimeSpan.FromSeconds(60), true), new SendWindow(Window));
        var until = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        _ = client.Ended.ContinueWith(_ => until.Cancel(), TaskScheduler.Default);
        return pump.RunAsync(link, until.Token);
    }
}
