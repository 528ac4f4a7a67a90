using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;

public sealed class ConfirmationModeTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryReadingStore _store = new();

    [Theory]
    [InlineData(ConfirmChoice.Auto, "broker")]
    [InlineData(ConfirmChoice.Broker, "broker")]
    [InlineData(ConfirmChoice.Platform, "platform")]
    public void Word_BeforeAnythingWasSeen_IsOfTheChoice(ConfirmChoice choice, string word) =>
        Assert.Equal(word, ConfirmationRig.Of(_store, _time, choice).Mode.Word);

    [Fact]
    public async Task Auto_PresenceWithReceipts_ChangesForEverUntilBrokerIsWritten()
    {
        var rig = ConfirmationRig.Of(_store, _time, ConfirmChoice.Auto);
        await rig.SayAsync("edge/v1/platform/main", "{\"online\":true}");
        Assert.False(rig.Mode.ByPlatform);
        await rig.SayAsync("edge/v1/platform/main", "{\"online\":true,\"receipts\":true}");
        Assert.True(rig.Mode.ByPlatform);
        Assert.True(ConfirmationRig.Of(_store, _time, ConfirmChoice.Auto).Mode.ByPlatform);
        Assert.False(ConfirmationRig.Of(_store, _time, ConfirmChoice.Broker).Mode.ByPlatform);
    }

    [Fact]
    public async Task Auto_ReceiptWithoutAPresence_IsAsGood()
    {
        var rig = ConfirmationRig.Of(_store, _time, ConfirmChoice.Auto);
        await rig.SayAsync(rig.Topics.Receipt, "{\"epoch\":1}");
        Assert.False(rig.Mode.ByPlatform);
        await rig.SayAsync(rig.Topics.Receipt, $"{{\"media\":[\"{new string('a', 64)}\"]}}");
        Assert.True(rig.Mode.MediaByPlatform);
        Assert.False(rig.Mode.ByPlatform);
        await rig.ReceiveAsync("another", 0);
        Assert.True(rig.Mode.ByPlatform);
    }

    [Fact]
    public async Task Broker_ReceiptWithoutAPresence_StaysWithTheBroker()
    {
        var rig = ConfirmationRig.Of(_store, _time, ConfirmChoice.Broker);
        await rig.SayAsync(rig.Topics.Receipt, $"{{\"epoch\":\"e\",\"upTo\":0,\"media\":[\"{new string('a', 64)}\"]}}");
        Assert.False(rig.Mode.ByPlatform);
        Assert.False(rig.Mode.MediaByPlatform);
    }

    [Fact]
    public async Task Broker_PresenceWithReceipts_StaysWithTheBroker()
    {
        var rig = ConfirmationRig.Of(_store, _time, ConfirmChoice.Broker);
        await rig.SayAsync("edge/v1/platform/main", "{\"online\":true,\"receipts\":true}");
        Assert.False(rig.Mode.ByPlatform);
    }

    [Theory]
    [InlineData(ConfirmChoice.Auto)]
    [InlineData(ConfirmChoice.Platform)]
    public async Task Media_PresenceThatNamesFiles_ChangesForEverUntilBrokerIsWritten(ConfirmChoice choice)
    {
        var rig = ConfirmationRig.Of(_store, _time, choice);
        await rig.SayAsync("edge/v1/platform/main", "{\"online\":true,\"receipts\":true}");
        Assert.True(rig.Mode.ByPlatform);
        Assert.False(rig.Mode.MediaByPlatform);
        await rig.SayAsync("edge/v1/platform/main", "{\"online\":true,\"receipts\":true,\"media\":true}");
        Assert.True(rig.Mode.MediaByPlatform);
        Assert.True(ConfirmationRig.Of(_store, _time, choice).Mode.MediaByPlatform);
        Assert.False(ConfirmationRig.Of(_store, _time, ConfirmChoice.Broker).Mode.MediaByPlatform);
    }

    [Fact]
    public async Task Auto_PubAckBeforeAndAfterTheChange_OnlyTheFirstIsForgotten()
    {
        var rig = ConfirmationRig.Of(_store, _time, ConfirmChoice.Auto);
        for (int i = 0; i < 2; i++)
        {
            await _store.AppendAsync(new() { Lane = Lane.Event, Device = "d", Kind = "k", Received = default, Tail = "\"n\":1}"u8.ToArray() }, default);
        }

        rig.Delivery.Settler.Add(new Settlement(1));
        await rig.Delivery.Settler.DrainAsync();
        await rig.SayAsync("edge/v1/platform/main", "{\"online\":true,\"receipts\":true}");
        rig.Delivery.Settler.Add(new Settlement(2));
        await rig.Delivery.Settler.DrainAsync();
        Assert.Equal([2], _store.All.Select(reading => reading.Seq));
    }

    [Fact]
    public async Task Platform_CanNeverBeTaken_IsParkedAllTheSame()
    {
        var rig = ConfirmationRig.Of(_store, _time);
        await _store.AppendAsync(new() { Lane = Lane.Event, Device = "d", Kind = "k", Received = default, Tail = "\"n\":1}"u8.ToArray() }, default);
        rig.Delivery.Settler.Add(new Settlement(1, "too large"));
        await rig.Delivery.Settler.DrainAsync();
        Assert.Equal(1, _store.Status().Parked);
    }
}
