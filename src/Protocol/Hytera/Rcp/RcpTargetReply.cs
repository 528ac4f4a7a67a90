namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>Reply to <see cref="RcpTarget"/>.</summary>
public sealed record RcpTargetReply(RcpOpcode Kind, byte Result, uint Target) : RcpContent(Kind)
{
    private protected override void Write(PayloadWriter payload) => payload.U8(Result).U32(Target);
}
