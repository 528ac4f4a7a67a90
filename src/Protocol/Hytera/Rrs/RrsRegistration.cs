namespace EdgeGateway.Protocol.Hytera.Rrs;

/// <summary>A radio asks to be registered, again and again until it is answered.</summary>
public sealed record RrsRegistration(RadioIp Radio) : RrsContent(Radio)
{
    public override ushort Opcode => RrsOpcodes.Registration;
}
