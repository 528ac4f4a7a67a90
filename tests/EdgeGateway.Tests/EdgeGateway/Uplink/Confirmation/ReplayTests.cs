using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink.Forwarding;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;

/// <summary>A parked reading that is put back: its gap was receipted, it was not.</summary>
public sealed class ReplayTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryReadingStore _store = new();

    private IReadOnlyList<long> Waiting => [.. _store.All.Select(static reading => reading.Seq)];

    [Fact]
    public async Task Replay_ReceiptThatCoversTheGap_ForgetsItOnlyAfterItWasSentAnew()
    {
        var rig = await ParkedAndReceiptedAsync();
        Assert.Equal(1, await ForwarderOf(rig).ReplayAsync(new ParkedFilter("", ""), default));

        await ReceiptAsync(rig);
        Assert.Equal([2], Waiting);

        rig.Delivery.Settler.Sent(2);
        await ReceiptAsync(rig);
        Assert.Empty(Waiting);
    }

    [Fact]
    public async Task Replay_ProcessEndsBeforeItWasSent_TheNextOneDoesNotBelieveTheReceiptEither()
    {
        await ForwarderOf(await ParkedAndReceiptedAsync()).ReplayAsync(new ParkedFilter("", ""), default);

        var next = ConfirmationRig.Of(_store, _time);
        await ReceiptAsync(next);
        Assert.Equal([2], Waiting);

        next.Delivery.Settler.Sent(2);
        await ReceiptAsync(next);
        Assert.Empty(Waiting);
        Assert.Equal([(1L, 3L)], ConfirmationRig.Of(_store, _time).Delivery.Handed.Of(1, 3));
    }

    private async Task<ConfirmationRig> ParkedAndReceiptedAsync()
    {
        var rig = ConfirmationRig.Of(_store, _time);
        for (int i = 1; i <= 3; i++)
        {
            await _store.AppendAsync(
                new() { Lane = Lane.Event, Device = "cam-1", Kind = "k", Received = DateTimeOffset.UnixEpoch, Tail = "\"n\":1}"u8.ToArray() }, default);
            rig.Delivery.Settler.Sent(i);
        }

        await _store.SettleAsync([new Settlement(2, "too large")], default);
        await ReceiptAsync(rig);
        Assert.Empty(Waiting);
        return rig;
    }

    private Forwarder ForwarderOf(ConfirmationRig rig) =>
        UplinkRig.ForwarderOf(_store, rig.Delivery, rig.Topics, new Audience(_time), new ForwarderLimits(), _time);

    private async Task ReceiptAsync(ConfirmationRig rig)
    {
        await rig.ReceiveAsync(_store.Epoch, 3);
        await rig.Delivery.Settler.DrainAsync();
    }
}
