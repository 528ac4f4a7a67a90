namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>Ask a parameter of the channel (00E7).</summary>
/// <param name="Parameter">Which.</param>
/// <param name="Argument">1 where it was seen.</param>
public sealed record RcpReadParameter(RcpParameter Parameter, byte Argument = 1) : RcpContent(RcpOpcode.ReadParameter)
{
    private protected override void Write(PayloadWriter payload) => payload.U8((byte)Parameter).U8(Argument);
}
