namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>Something about the radio at hand changed (B0C8). It names no address: it is the radio on this link.</summary>
public sealed record RcpStatusReport(RcpStatusItem Item, ushort Value) : RcpContent(RcpOpcode.StatusReport)
{
    private protected override void Write(PayloadWriter payload) => payload.U8((byte)Item).U16(Value);
}
