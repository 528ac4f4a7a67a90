namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>Forward what the radio receives to the data port (1847).</summary>
public sealed record RcpForward(RcpForwarded What, uint Reserved = 0) : RcpContent(RcpOpcode.Forward)
{
    private protected override void Write(PayloadWriter payload) => payload.U32((uint)What).U32(Reserved);
}
