using System.Text.Json;
using EdgeGateway.Commands;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;
using EdgeGateway.Uplink.Orders;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Orders;

public sealed class OrderTests
{
    private readonly BackfillPace _pace = new(new InMemoryReadingStore(), new FakeTimeProvider());

    [Theory]
    [InlineData("{\"backfill\":\"stop\"}", BackfillSpeed.Stop, 0)]
    [InlineData("{\"backfill\":\"slow\",\"readingsPerSecond\":500,\"forSeconds\":60}", BackfillSpeed.Slow, 500)]
    [InlineData("{\"backfill\":\"run\",\"readingsPerSecond\":500}", BackfillSpeed.Run, 0)]
    public async Task Pace_Understood_IsInForce(string args, BackfillSpeed speed, int rate)
    {
        var outcome = await new PaceHandler(_pace).ExecuteAsync(Order("uplink.pace", args), default);
        Assert.Equal(CommandState.Done, outcome.State);
        Assert.Equal((speed, rate), (_pace.Now.Speed, _pace.Now.ReadingsPerSecond));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"backfill\":\"faster\"}")]
    [InlineData("{\"backfill\":3}")]
    [InlineData("{\"backfill\":\"slow\"}")]
    [InlineData("{\"backfill\":\"slow\",\"readingsPerSecond\":0}")]
    [InlineData("{\"backfill\":\"slow\",\"readingsPerSecond\":1e99}")]
    [InlineData("{\"backfill\":\"stop\",\"forSeconds\":-5}")]
    [InlineData("{\"backfill\":\"stop\",\"forSeconds\":\"60\"}")]
    public async Task Pace_NotUnderstood_ChangesNothing(string args)
    {
        var outcome = await new PaceHandler(_pace).ExecuteAsync(Order("uplink.pace", args), default);
        Assert.Equal((CommandState.Failed, "bad-arguments"), (outcome.State, outcome.Reason));
        Assert.Equal(PaceState.Running, _pace.Now);
    }

    [Theory]
    [InlineData("{}", "replayed-2", 0)]
    [InlineData("{\"device\":\"cam-2\"}", "replayed-1", 1)]
    [InlineData("{\"why\":\"0x95\"}", "replayed-2", 0)]
    [InlineData("{\"why\":\"0x87\"}", "replayed-0", 2)]
    [InlineData("{\"devise\":\"cam-2\"}", "bad-arguments", 2)]
    [InlineData("{\"device\":7}", "bad-arguments", 2)]
    public async Task Replay_ParkedReadings_PutsThoseBackThatAreMeant(string args, string reason, int parked)
    {
        await using var rig = new LaneRig();
        bool refuses = true;
        var client = new FakeMqttClient { Answer = _ => Volatile.Read(ref refuses) ? (byte)0x95 : (byte)0 };
        await rig.AppendAsync(1, device: "cam-1");
        await rig.AppendAsync(1, device: "cam-2");
        _ = rig.Start(client);
        await Eventually.TrueAsync(() => rig.Store.Status().Parked == 2, "both are parked");
        Volatile.Write(ref refuses, false);
        var outcome = await new ReplayHandler(rig.Forwarder).ExecuteAsync(Order("uplink.replay", args), default);
        Assert.Equal(reason, outcome.Reason);
        await Eventually.TrueAsync(() => rig.Waiting == 0, "what was put back is taken");
        Assert.Equal(parked, rig.Store.Status().Parked);
    }

    [Fact]
    public async Task Fetch_PictureThatIsHere_IsAskedForAndAnyOtherIsNot()
    {
        var store = new InMemoryReadingStore();
        var picture = global::EdgeGateway.Protocol.Model.Attachment.Of(new byte[] { 1 }, "image/jpeg");
        await store.AppendAsync(
            new() { Lane = global::EdgeGateway.Protocol.Model.Lane.Event, Device = "cam-1", Kind = "k", Received = default, Tail = "\"n\":1}"u8.ToArray(), Attachments = [picture] }, default);
        var handler = new FetchHandler(store, ConfirmationRig.DeliveryOf(store, store));

        Assert.Equal(CommandState.Done, (await handler.ExecuteAsync(Order("media.fetch", $"{{\"sha256\":\"{picture.Sha256}\"}}"), default)).State);
        Assert.Equal("not-here", (await handler.ExecuteAsync(Order("media.fetch", "{\"sha256\":\"../../x\"}"), default)).Reason);
        Assert.Equal("bad-arguments", (await handler.ExecuteAsync(Order("media.fetch", "{}"), default)).Reason);
        Assert.Equal(picture.Sha256, Assert.Single(store.Wanted(9)).Sha256);
    }

    private static Command Order(string name, string args) => new()
    {
        Id = "1", Name = name, Device = CommandTargets.Gateway, Args = JsonDocument.Parse(args).RootElement, IssuedAt = DateTimeOffset.UnixEpoch, NotAfter = DateTimeOffset.MaxValue,
    };
}
