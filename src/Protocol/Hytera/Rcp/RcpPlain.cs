namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>A question without a payload: power-up check (00C6), clear call target (0842).</summary>
public sealed record RcpPlain(RcpOpcode Kind) : RcpContent(Kind)
{
    private protected override void Write(PayloadWriter payload)
    {
    }
}
