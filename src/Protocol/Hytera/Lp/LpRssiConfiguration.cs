namespace EdgeGateway.Protocol.Hytera.Lp;

/// <summary>Which reports shall carry the level of reception.</summary>
public sealed record LpRssiConfiguration(uint? RequestId, RadioIp Radio, ushort Type) : LpContent(LpOpcode.RssiConfiguration, RequestId, Radio)
{
    private protected override void Write(PayloadWriter payload) => WriteHead(payload).U16(Type);
}
