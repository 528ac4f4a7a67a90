namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>A reply that is a result and nothing else.</summary>
/// <param name="Kind">8841, 8842, 80C7, 80C9, 8847 or 80C6.</param>
/// <param name="Result">0 ok.</param>
public sealed record RcpResult(RcpOpcode Kind, byte Result) : RcpContent(Kind)
{
    private protected override void Write(PayloadWriter payload) => payload.U8(Result);
}
