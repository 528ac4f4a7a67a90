namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>Reply to <see cref="RcpZoneChannel"/>.</summary>
public sealed record RcpZoneChannelReply(uint Result, uint Operation, ushort Zone, ushort Channel) : RcpContent(RcpOpcode.ZoneChannelReply)
{
    private protected override void Write(PayloadWriter payload) => payload.U32(Result).U32(Operation).U16(Zone).U16(Channel);
}
