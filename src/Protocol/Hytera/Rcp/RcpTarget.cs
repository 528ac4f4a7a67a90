namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>Radio check (0833), remote monitor (0834).</summary>
public sealed record RcpTarget(RcpOpcode Kind, uint Target) : RcpContent(Kind)
{
    private protected override void Write(PayloadWriter payload) => payload.U32(Target);
}
