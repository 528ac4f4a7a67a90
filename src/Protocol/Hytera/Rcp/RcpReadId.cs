namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>Who is the radio at hand (0452)? Harmless: it serves as the idle probe.</summary>
public sealed record RcpReadId(RcpIdKind What) : RcpContent(RcpOpcode.ReadId)
{
    private protected override void Write(PayloadWriter payload) => payload.U8((byte)What);
}
