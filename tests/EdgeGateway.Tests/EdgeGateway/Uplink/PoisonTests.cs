using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Tests.EdgeGateway.Uplink;

/// <summary>A reading that can never pass leaves its lane, whatever way the broker has of saying so, and no other does.</summary>
public sealed class PoisonTests
{
    private const int Links = 40;

    [Theory]
    [InlineData(0x80)]
    [InlineData(0x83)]
    public async Task Run_OneIsRefusedFiveTimesWhileOthersPass_IsParked(byte reason)
    {
        await using var rig = new LaneRig();
        var client = new FakeMqttClient { Answer = message => LaneRig.Numbers(message).Contains(3) ? reason : (byte)0 };
        await rig.AppendAsync(6);
        _ = rig.Start(client, window: 1);
        await Eventually.TrueAsync(() => client.Published.Count(message => LaneRig.Numbers(message).Contains(3)) >= 2, "refused again");
        await rig.AppendAsync(1, Lane.Alarm, "door-1");
        await Eventually.TrueAsync(() => rig.Waiting == 0, "nothing waits");
        Assert.Equal(1, rig.Store.Status().Parked);
        Assert.True(client.Published.Count(message => LaneRig.Numbers(message).Contains(3)) >= 5, "parked too soon");
    }

    [Fact]
    public async Task Run_BrokerNeverAcknowledgesOverManyLinks_EveryLinkEndsAndNothingIsParked()
    {
        await using var rig = new LaneRig(LaneRig.Quick with { AckTimeout = TimeSpan.FromMilliseconds(300) });
        await rig.AppendAsync(3);
        for (int link = 1; link <= 6; link++)
        {
            var deaf = new FakeMqttClient { Answer = static _ => null };
            string why = await rig.Start(deaf).WaitAsync(TimeSpan.FromSeconds(60));
            Assert.Contains("does not acknowledge", why, StringComparison.Ordinal);
            deaf.Break();
        }

        Assert.Equal((3, 0), (rig.Waiting, rig.Store.Status().Parked));
    }

    [Fact]
    public async Task Run_EverythingIsRefused_IsTheBrokerAndNothingIsParked()
    {
        await using var rig = new LaneRig();
        var client = new FakeMqttClient { Answer = _ => 0x80 };
        await rig.AppendAsync(6);
        _ = rig.Start(client);
        await Eventually.TrueAsync(() => client.Published.Count > 60, "tried ten times");
        Assert.Equal((6, 0), (rig.Waiting, rig.Store.Status().Parked));
    }

    [Fact]
    public async Task Run_TopicIsNotAuthorisedForLong_ItsReadingsAreParkedAndTheLaneGoesOn()
    {
        await using var rig = new LaneRig(LaneRig.Quick with { Barred = TimeSpan.FromMilliseconds(20), BarredMost = TimeSpan.FromMilliseconds(200) });
        var client = new FakeMqttClient { Answer = message => message.Topic.Contains("cam-1", StringComparison.Ordinal) ? (byte)0x87 : (byte)0 };
        await rig.AppendAsync(2, device: "cam-1");
        await rig.AppendAsync(2, device: "cam-2");
        _ = rig.Start(client);
        await Eventually.TrueAsync(() => rig.Waiting == 2, "the others are taken");
        Assert.Equal(0, rig.Store.Status().Parked);
        await Eventually.TrueAsync(() => rig.Store.Status().Parked == 2, "parked in the end");
    }

    [Fact]
    public async Task Run_OneEndsTheLinkEachTime_IsFoundAndParkedAndTheOthersArrive()
    {
        await using var rig = new LaneRig();
        await rig.AppendAsync(9);
        for (int i = 0; i < Links && rig.Waiting > 0; i++)
        {
            await OneLinkAsync(rig, poison: 4);
        }

        Assert.Equal((0, 1), (rig.Waiting, rig.Store.Status().Parked));
    }

    [Fact]
    public async Task Run_TheLinkEndsOnAnything_NothingIsParked()
    {
        await using var rig = new LaneRig();
        await rig.AppendAsync(3);
        for (int i = 0; i < 12; i++)
        {
            var client = new FakeMqttClient { Answer = _ => null };
            var running = rig.Start(client, version: 4);
            await Task.WhenAny(running, Task.Delay(50));
            client.Break();
            await running;
        }

        Assert.Equal((3, 0), (rig.Waiting, rig.Store.Status().Parked));
    }

    /// <summary>As a broker of 3.1.1 does: takes the state, takes what is good, closes on what is bad.</summary>
    private static async Task OneLinkAsync(LaneRig rig, long poison)
    {
        FakeMqttClient? client = null;
        client = new FakeMqttClient
        {
            Answer = message =>
            {
                if (!LaneRig.Numbers(message).Contains(poison))
                {
                    return 0;
                }

                client!.Break();
                return null;
            },
        };
        var link = rig.LinkOf(client, version: 4);
        await link.Client.PublishAsync(new MqttMessage { Topic = "state", Payload = "{\"seq\":0}"u8.ToArray() });
        var running = rig.Start(link);
        await Eventually.TrueAsync(() => client.Ended.IsCompleted || rig.Waiting == 0, "the link ends or all is taken");
        client.Break();
        await running.WaitAsync(TimeSpan.FromSeconds(60));
    }
}
