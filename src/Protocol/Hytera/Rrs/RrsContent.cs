namespace EdgeGateway.Protocol.Hytera.Rrs;

/// <summary>Presence (pdt-radio.md section 5); the gateway is the registration server.</summary>
/// <param name="Radio">Whom it is about.</param>
public abstract record RrsContent(RadioIp Radio) : HdapContent
{
    public override HdapService Service => HdapService.Rrs;

    internal static HdapContent? Of(ushort opcode, ref PayloadReader fields) => opcode switch
    {
        RrsOpcodes.GoingOffline => new RrsGoingOffline(fields.Radio()),
        RrsOpcodes.StatusCheck => new RrsStatusCheck(fields.Radio()),
        RrsOpcodes.Registration => new RrsRegistration(fields.Radio()),
        RrsOpcodes.RegistrationAnswer => new RrsRegistrationAnswer(fields.Radio(), (RrsResult)fields.U8(), fields.U32()),
        RrsOpcodes.StatusAnswer => new RrsStatusAnswer(fields.Radio(), (RrsState)fields.U8()),
        _ => null,
    };

    private protected override void Write(PayloadWriter payload) => payload.Radio(Radio);
}
