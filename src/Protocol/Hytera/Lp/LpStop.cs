namespace EdgeGateway.Protocol.Hytera.Lp;

/// <summary>Stop the emergency reports (B001) or the triggered ones (C004).</summary>
public sealed record LpStop(LpOpcode Kind, uint? RequestId, RadioIp Radio) : LpContent(Kind, RequestId, Radio)
{
    private protected override void Write(PayloadWriter payload) => WriteHead(payload);
}
