using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Tests.EdgeGateway.Uplink;

public sealed class BackfillTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public async Task Run_BacklogAboveTheThreshold_TravelsInOrderInBatchesAndIsForgotten(int version)
    {
        await using var rig = new LaneRig();
        var client = new FakeMqttClient();
        await rig.AppendAsync(2_000);
        _ = rig.Start(client, version: version);
        await Eventually.TrueAsync(() => rig.Waiting == 0, "all is forgotten");
        Assert.All(client.Published, message => Assert.True(LaneRig.IsBatch(message)));
        Assert.Equal(Enumerable.Range(1, 2_000).Select(n => (long)n), client.Published.SelectMany(LaneRig.Numbers));
        Assert.Equal(version == 5 ? BatchWriter.ContentType : null, client.Published[0].ContentType);
        Assert.Equal(version == 5 ? 1 : 0, client.Published[0].UserProperties.Count(pair => pair is { Key: "encoding", Value: "gzip" }));
    }

    [Fact]
    public async Task Run_NoBacklog_EveryReadingGoesByItself()
    {
        await using var rig = new LaneRig();
        var client = new FakeMqttClient();
        await rig.AppendAsync(10);
        _ = rig.Start(client);
        await Eventually.TrueAsync(() => rig.Waiting == 0, "all is forgotten");
        Assert.DoesNotContain(client.Published, LaneRig.IsBatch);
    }

    [Fact]
    public async Task Run_BatchesAreNotAnswered_LiveReadingsAndAlarmsGoOn()
    {
        await using var rig = new LaneRig();
        var client = new FakeMqttClient { Answer = message => LaneRig.IsBatch(message) ? null : (byte)0 };
        await rig.AppendAsync(5_000);
        _ = rig.Start(client);
        await Eventually.TrueAsync(() => client.Published.Count(LaneRig.IsBatch) == 5, "the share is in flight");
        await rig.AppendAsync(3);
        await rig.AppendAsync(1, Lane.Alarm, "door-1");
        await Eventually.TrueAsync(() => rig.Waiting == 5_000, "the new ones are taken");
        Assert.Equal([5_001, 5_002, 5_003], client.Published.Where(message => message.Topic.Contains("/up/event/", StringComparison.Ordinal)).SelectMany(LaneRig.Numbers));
        Assert.Equal(5, client.Published.Count(LaneRig.IsBatch));
    }

    [Fact]
    public async Task Run_LanesLieBetweenEachOther_ABatchForgetsOnlyItsOwn()
    {
        await using var rig = new LaneRig();
        var client = new FakeMqttClient { Answer = message => LaneRig.IsBatch(message) ? (byte)0 : null };
        for (int i = 0; i < 40; i++)
        {
            await rig.AppendAsync(2);
            await rig.AppendAsync(i % 5 == 0 ? 1 : 0, Lane.Alarm, "door-1");
        }

        _ = rig.Start(client);
        await Eventually.TrueAsync(() => rig.Store.Status().Waiting[1] == 0, "the events are forgotten");
        Assert.Equal(8, rig.Store.Status().Waiting[0]);
        Assert.Equal(8, rig.Store.Read(Lane.Alarm, 0, 100).Count);
    }

    [Fact]
    public async Task Run_LinkBreaksInTheMiddle_TheNextLinkSendsWhatWasNotTaken()
    {
        await using var rig = new LaneRig();
        int taken = 0;
        var first = new FakeMqttClient { Answer = _ => Interlocked.Increment(ref taken) <= 2 ? (byte)0 : null };
        await rig.AppendAsync(5_000);
        var running = rig.Start(first);
        await Eventually.TrueAsync(() => rig.Waiting == 5_000 - 1_024, "two batches are forgotten");
        first.Break();
        await running;
        var second = new FakeMqttClient();
        _ = rig.Start(second);
        await Eventually.TrueAsync(() => rig.Waiting == 0, "all is forgotten");
        Assert.Equal(Enumerable.Range(1_025, 5_000 - 1_024).Select(n => (long)n), second.Published.SelectMany(LaneRig.Numbers).Order());
    }

    [Fact]
    public async Task Run_NobodyListensToBatches_OneGoesAheadAndNothingIsForgotten()
    {
        await using var rig = new LaneRig();
        bool somebody = false;
        var client = new FakeMqttClient { Answer = message => LaneRig.IsBatch(message) && !Volatile.Read(ref somebody) ? (byte)0x10 : (byte)0 };
        await rig.AppendAsync(3_000);
        _ = rig.Start(client);
        await Eventually.TrueAsync(() => client.Published.Count > 12, "tried again");
        Assert.Equal(3_000, rig.Waiting);
        Volatile.Write(ref somebody, true);
        await Eventually.TrueAsync(() => rig.Waiting == 0, "forgotten once somebody listens");
    }

    [Fact]
    public async Task Run_BatchesAreNotAllowed_TheLaneSendsEverythingItself()
    {
        await using var rig = new LaneRig();
        var client = new FakeMqttClient { Answer = message => LaneRig.IsBatch(message) ? (byte)0x87 : (byte)0 };
        await rig.AppendAsync(1_000);
        _ = rig.Start(client);
        await Eventually.TrueAsync(() => rig.Waiting == 0, "all is forgotten");
        Assert.Equal(Enumerable.Range(1, 1_000).Select(n => (long)n), client.Published.Where(message => !LaneRig.IsBatch(message)).SelectMany(LaneRig.Numbers));
    }

    [Theory]
    [InlineData(0x95)]
    [InlineData(0x99)]
    public async Task Run_OneReadingSpoilsItsBatch_IsFoundAndParkedAndTheOthersArrive(byte reason)
    {
        await using var rig = new LaneRig();
        var client = new FakeMqttClient { Answer = message => LaneRig.Numbers(message).Contains(300) ? reason : (byte)0 };
        await rig.AppendAsync(1_000);
        _ = rig.Start(client);
        await Eventually.TrueAsync(() => rig.Waiting == 0, "nothing waits");
        Assert.Equal(1, rig.Store.Status().Parked);
        Assert.True(client.Published.Count < 100, $"{client.Published.Count} messages for one bad reading");
    }

    [Fact]
    public async Task Run_BrokerTakesSmallPacketsOnly_BatchesFitAndNothingIsParked()
    {
        await using var rig = new LaneRig();
        var client = new FakeMqttClient { Limit = 3_000 };
        await rig.AppendAsync(1_000);
        _ = rig.Start(client);
        await Eventually.TrueAsync(() => rig.Waiting == 0, "all is forgotten");
        Assert.Equal(0, rig.Store.Status().Parked);
        Assert.Contains(client.Published, message => LaneRig.IsBatch(message) && LaneRig.Numbers(message).Count > 10);
    }

    [Fact]
    public async Task Run_ReadingLargerThanABatch_GoesByItselfInItsPlace()
    {
        await using var rig = new LaneRig();
        var client = new FakeMqttClient();
        await rig.AppendAsync(20);
        await rig.AppendAsync(1, padding: new string('x', BatchWriter.MostBytes));
        await rig.AppendAsync(20);
        _ = rig.Start(client);
        await Eventually.TrueAsync(() => rig.Waiting == 0, "all is forgotten");
        Assert.Equal(Enumerable.Range(1, 41).Select(n => (long)n), client.Published.SelectMany(LaneRig.Numbers));
        Assert.Equal([true, false, true], client.Published.Select(LaneRig.IsBatch));
    }

    [Fact]
    public async Task Run_QuotaExceededOnBatches_PausesAndLosesNothing()
    {
        await using var rig = new LaneRig();
        int refusals = 4;
        var client = new FakeMqttClient { Answer = message => LaneRig.IsBatch(message) && Interlocked.Decrement(ref refusals) >= 0 ? (byte)0x97 : (byte)0 };
        await rig.AppendAsync(2_000);
        _ = rig.Start(client);
        await Eventually.TrueAsync(() => rig.Waiting == 0, "all is forgotten");
        Assert.Equal(2_000, client.Published.SelectMany(LaneRig.Numbers).Distinct().Count());
    }

    [Fact]
    public async Task Run_ReadingsAreToGoAgain_TheyGoWithoutANewLink()
    {
        await using var rig = new LaneRig();
        int refusals = 1;
        var client = new FakeMqttClient { Answer = _ => Interlocked.Decrement(ref refusals) >= 0 ? (byte)0x95 : (byte)0 };
        await rig.AppendAsync(3);
        _ = rig.Start(client);
        await Eventually.TrueAsync(() => rig.Waiting == 0, "nothing waits");
        Assert.Equal(1, rig.Store.Status().Parked);
        int returned = await rig.Forwarder.ReplayAsync(new ParkedFilter(), default);
        await Eventually.TrueAsync(() => rig.Waiting == 0, "the parked one was taken");
        Assert.Equal((1, 0, 1), (returned, rig.Store.Status().Parked, LaneRig.Numbers(client.Published[^1])[0]));
    }
}
