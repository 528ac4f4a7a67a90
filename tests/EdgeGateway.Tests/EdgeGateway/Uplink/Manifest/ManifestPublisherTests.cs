using System.Text.Json;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Manifest;

public sealed class ManifestPublisherTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryReadingStore _store = new();

    [Fact]
    public async Task Run_ReadingsTaken_SpeaksOfThemOnceAndGoesOnAfterARestart()
    {
        await AppendAsync(3);
        Assert.Equal([(1, 2)], await RunAsync(ConfirmationRig.Of(_store, _time), taken: 2, new FakeMqttClient(), minutes: 25));
        Assert.Equal("00c0ffee:2", _store.Recall("uplink.manifest"));
        Assert.Equal([(3, 3)], await RunAsync(ConfirmationRig.Of(_store, _time), taken: 3, new FakeMqttClient(), minutes: 25));
    }

    [Fact]
    public async Task Run_BrokerDoesNotTakeIt_SaysItAgain()
    {
        await AppendAsync(1);
        int refusals = 2;
        var client = new FakeMqttClient { Answer = _ => refusals-- > 0 ? (byte)0x10 : (byte)0 };
        Assert.Equal([(1, 1), (1, 1), (1, 1)], await RunAsync(ConfirmationRig.Of(_store, _time), taken: 1, client, minutes: 15));
    }

    private async Task<IReadOnlyList<(long First, long Last)>> RunAsync(ConfirmationRig rig, int taken, FakeMqttClient client, int minutes)
    {
        rig.Delivery.Lanes[(int)Lane.Event].Take(0, taken, 0);
        using var stop = new CancellationTokenSource();
        var running = rig.Manifests.RunAsync(
            new Link(client, new MqttConnection(5, 8, null, false, TimeSpan.FromSeconds(60), true), new SendWindow(8)), stop.Token);
        for (int second = 0; second < minutes * 60; second++)
        {
            await Eventually.TrueAsync(() => _time.Timers == 1, "it waits");
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.All(client.Published, message => Assert.Equal(rig.Topics.Manifest, message.Topic));
        return [.. client.Published.Select(message => JsonDocument.Parse(message.Payload).RootElement)
            .Select(body => (body.GetProperty("fromSeq").GetInt64(), body.GetProperty("toSeq").GetInt64()))];
    }

    private async Task AppendAsync(int count)
    {
        for (int i = 0; i < count; i++)
        {
            await _store.AppendAsync(new() { Lane = Lane.Event, Device = "cam-1", Kind = "k", Received = default, Tail = "\"n\":1}"u8.ToArray() }, default);
        }
    }
}
