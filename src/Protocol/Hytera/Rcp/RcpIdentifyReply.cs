namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>Reply to <see cref="RcpIdentify"/>; a further byte that was seen stays in <see cref="HdapContent.Rest"/>.</summary>
public sealed record RcpIdentifyReply(byte Result, uint DeviceId) : RcpContent(RcpOpcode.IdentifyReply)
{
    private protected override void Write(PayloadWriter payload) => payload.U8(Result).U32(DeviceId);
}
