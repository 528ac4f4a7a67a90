using EdgeGateway.Uplink.Forwarding;

namespace EdgeGateway.Tests.EdgeGateway.Uplink;

public sealed class AckReactionTests
{
    [Theory]
    [InlineData(0x00, AckReaction.Delivered)]
    [InlineData(0x10, AckReaction.HoldTopic)]
    [InlineData(0x80, AckReaction.PauseLane)]
    [InlineData(0x83, AckReaction.PauseLane)]
    [InlineData(0x97, AckReaction.PauseLane)]
    [InlineData(0x87, AckReaction.BarTopic)]
    [InlineData(0x90, AckReaction.Park)]
    [InlineData(0x95, AckReaction.Park)]
    [InlineData(0x99, AckReaction.Park)]
    [InlineData(0x91, AckReaction.ResetLink)]
    public void To_ReasonCode_IsTheReactionOfTheBrokersTable(byte reason, AckReaction reaction) =>
        Assert.Equal(reaction, AckReactions.To(reason));
}
