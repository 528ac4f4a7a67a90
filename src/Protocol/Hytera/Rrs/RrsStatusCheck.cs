namespace EdgeGateway.Protocol.Hytera.Rrs;

/// <summary>The server asks whether a radio is there.</summary>
public sealed record RrsStatusCheck(RadioIp Radio) : RrsContent(Radio)
{
    public override ushort Opcode => RrsOpcodes.StatusCheck;
}
