namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>Ask a text of the radio (0201).</summary>
public sealed record RcpReadText(byte Item) : RcpContent(RcpOpcode.ReadText)
{
    public const byte SerialNumber = 2;

    private protected override void Write(PayloadWriter payload) => payload.U8(Item);
}
