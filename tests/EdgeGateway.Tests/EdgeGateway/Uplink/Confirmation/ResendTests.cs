using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;

/// <summary>The pumps with the platform's word in force.</summary>
public sealed class ResendTests
{
    private readonly HurriedTime _time = new(20);
    private readonly InMemoryReadingStore _store = new();
    private readonly ConfirmationRig _rig;
    private readonly Forwarder _forwarder;
    private readonly FakeMqttClient _client = new();

    public ResendTests()
    {
        _rig = ConfirmationRig.Of(_store, _time);
        _forwarder = UplinkRig.ForwarderOf(_store, _rig.Delivery, _rig.Topics, new Audience(_time), new ForwarderLimits(), _time);
    }

    private IReadOnlyList<long> Sent => [.. _client.Published.Select(message => ModelPlatform.SeqOf(message.Payload))];

    [Fact]
    public async Task Run_TakenAndNotConfirmed_IsKeptAndNotRepeatedByTheNextLink()
    {
        await AppendAsync(3);
        await UseAsync(() => Sent.Count == 3);
        Assert.Equal(3, _store.All.Count);
        await AppendAsync(1);
        var second = new FakeMqttClient();
        await UseAsync(() => second.Published.Count > 0, second);
        Assert.Equal(4, ModelPlatform.SeqOf(second.Published.Single().Payload));
    }

    [Fact]
    public async Task Run_WantedOnceMore_AreSentAgainWithTheSameBytesAndNothingElse()
    {
        await AppendAsync(10);
        await UseAsync(() => Sent.Count == 10, work: async () =>
        {
            Assert.True(_rig.Delivery.Again(4, 5));
            await Eventually.TrueAsync(() => Sent.Count >= 12, "sent again");
            await AppendAsync(1);
            await Eventually.TrueAsync(() => Sent.Count >= 13, "and goes on");
        });
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 4, 5, 11], Sent);
        Assert.Equal(_client.Payloads[3], _client.Payloads[10]);
        Assert.Equal(11, _rig.Delivery.TakenUpTo(_store.Status()));
    }

    [Fact]
    public async Task Run_NobodySubscribes_HoldsTheTopicAndNothingIsAcknowledged()
    {
        _client.Answer = _ => 0x10;
        await AppendAsync(2);
        await UseAsync(() => Sent.Count >= 4);
        Assert.Equal(0, _rig.Delivery.TakenUpTo(_store.Status()));
        Assert.Equal(2, _store.All.Count);
    }

    [Fact]
    public async Task TakenUpTo_OneVanishedUnsent_DoesNotStandStill()
    {
        bool hold = true;
        _client.Answer = message => Volatile.Read(ref hold) && ModelPlatform.SeqOf(message.Payload) == 2 ? (byte)0x10 : (byte)0;
        await AppendAsync(2);
        await AppendAsync(2, "cam-2");
        await UseAsync(() => Sent.Count >= 4);
        Assert.Equal(0, _rig.Delivery.Lanes[(int)Lane.Event].BehindTaken(1) - 1);
        Assert.Equal(1, _rig.Delivery.TakenUpTo(_store.Status()));
        await _store.SettleAsync([new(2)], default);
        Assert.Equal(4, _rig.Delivery.TakenUpTo(_store.Status()));
    }

    private async Task AppendAsync(int count, string device = "cam-1")
    {
        for (int i = 0; i < count; i++)
        {
            await _store.AppendAsync(new() { Lane = Lane.Event, Device = device, Kind = "k", Received = default, Tail = "\"n\":1}"u8.ToArray() }, default);
        }
    }

    private async Task UseAsync(Func<bool> until, FakeMqttClient? client = null, Func<Task>? work = null)
    {
        var used = client ?? _client;
        using var stop = new CancellationTokenSource();
        var running = _forwarder.RunAsync(
            new Link(used, new MqttConnection(5, 20, null, false, TimeSpan.FromSeconds(60), true), new SendWindow(20)), stop.Token);
        await Eventually.TrueAsync(until, "the condition of the test");
        await (work?.Invoke() ?? Task.CompletedTask);
        used.Break();
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(60));
    }
}
