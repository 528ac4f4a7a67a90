namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>Press or release a key (0041).</summary>
/// <param name="Key">0x2B is PTT on a mobile, 0x03 on a repeater.</param>
/// <param name="Operation">1 press, 0 release.</param>
public sealed record RcpKey(byte Key, byte Operation) : RcpContent(RcpOpcode.Key)
{
    private protected override void Write(PayloadWriter payload) => payload.U8(Key).U8(Operation);
}
