namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>Prepare a call (0841).</summary>
public sealed record RcpCall(RcpCallType CallType, uint Target) : RcpContent(RcpOpcode.Call)
{
    private protected override void Write(PayloadWriter payload) => payload.U8((byte)CallType).U32(Target);
}
