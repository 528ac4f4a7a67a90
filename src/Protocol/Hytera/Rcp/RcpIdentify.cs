namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>Repeater identification (0004); its payload is seen, not explained.</summary>
public sealed record RcpIdentify(ReadOnlyMemory<byte> Data) : RcpContent(RcpOpcode.Identify)
{
    private protected override void Write(PayloadWriter payload) => payload.Bytes(Data.Span);
}
