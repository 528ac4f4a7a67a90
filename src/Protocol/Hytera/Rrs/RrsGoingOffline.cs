namespace EdgeGateway.Protocol.Hytera.Rrs;

/// <summary>A courtesy: a radio that leaves the coverage never sends it.</summary>
public sealed record RrsGoingOffline(RadioIp Radio) : RrsContent(Radio)
{
    public override ushort Opcode => RrsOpcodes.GoingOffline;
}
