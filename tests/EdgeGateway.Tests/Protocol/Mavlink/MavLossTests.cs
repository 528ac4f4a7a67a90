using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Tests.Protocol.Mavlink;

public sealed class MavLossTests
{
    [Fact]
    public void See_EveryFrameThroughTheWrap_IsNoLoss()
    {
        var loss = new MavLoss();
        Assert.All(Enumerable.Range(0, 600), number => Assert.True(loss.See(Frame(number))));

        Assert.Equal((0, 0), (loss.Lost, loss.Repeated));
    }

    [Theory]
    [InlineData(10, 14, 3)]
    [InlineData(254, 2, 3)]
    [InlineData(0, 200, 199)]
    public void See_Gap_IsLost(int from, int to, int lost)
    {
        var loss = new MavLoss();
        loss.See(Frame(from));
        loss.See(Frame(to));

        Assert.Equal(lost, loss.Lost);
    }

    [Fact]
    public void See_TwoSendersOnOneLink_AreCountedApart()
    {
        var loss = new MavLoss();
        for (int i = 0; i < 5; i++)
        {
            loss.See(Frame(i));
            loss.See(Frame(i * 3, system: 2));
            loss.See(Frame(i * 2, component: 154));
        }

        Assert.Equal((4, 8, 12), (loss.LostOf(1), loss.LostOf(2), loss.Lost));
    }

    [Fact]
    public void See_SameFrameAgain_IsARepeat()
    {
        var loss = new MavLoss();

        Assert.True(loss.See(Frame(5)));
        Assert.False(loss.See(Frame(5)));
        Assert.True(loss.See(Frame(6)));
        Assert.Equal((0, 1), (loss.Lost, loss.Repeated));
    }

    [Fact]
    public void See_FramesThatOvertakeEachOther_AreNotLost()
    {
        var loss = new MavLoss();
        Assert.All(new[] { 1, 2, 5, 3, 4, 6, 7 }, number => Assert.True(loss.See(Frame(number))));

        Assert.Equal(0, loss.Lost);
    }

    [Fact]
    public void Restarted_AfterAJumpBack_TakesItBack()
    {
        var loss = new MavLoss();
        loss.See(Frame(10));
        loss.See(Frame(100));
        loss.See(Frame(3));
        loss.See(Frame(5));
        Assert.Equal(89 + 158 + 1, loss.Lost);
        loss.Restarted(1);

        Assert.Equal(89 + 1, loss.Lost);
        loss.Restarted(1);
        Assert.Equal(89 + 1, loss.Lost);
    }

    [Fact]
    public void Restarted_LongAfterAJump_TakesNothingBack()
    {
        var loss = new MavLoss();
        loss.See(Frame(100));
        loss.See(Frame(3));
        loss.GoesOn(1);
        loss.Restarted(1);

        Assert.Equal(158, loss.Lost);
    }

    private static MavFrame Frame(int sequence, byte system = 1, byte component = 1) =>
        MavReading.One(MavMade.Frame(Heartbeat.MsgId, new byte[9], (byte)sequence, system, component));
}
