namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>Reply to <see cref="RcpKey"/>; here the fields are four bytes wide.</summary>
public sealed record RcpKeyReply(uint Result, uint Key, uint Operation) : RcpContent(RcpOpcode.KeyReply)
{
    private protected override void Write(PayloadWriter payload) => payload.U32(Result).U32(Key).U32(Operation);
}
