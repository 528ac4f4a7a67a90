namespace EdgeGateway.Protocol.Hytera.Tp;

/// <summary>Telemetry lines of a radio (pdt-radio.md section 9), from one public description; decode only.</summary>
/// <param name="Kind">A001 status request, A081 report, A082 extended report, B001 control, B081 answer.</param>
/// <param name="Source">From whom.</param>
/// <param name="Target">To whom.</param>
/// <param name="Controller">Kind of controller, as told.</param>
/// <param name="CallType">As told.</param>
/// <param name="Lines">Bits 0 to 5 are lines 1 to 6.</param>
/// <param name="Value">Result or operation; null when it ends before.</param>
public sealed record TpContent(ushort Kind, RadioIp Source, RadioIp Target, byte Controller, byte CallType, byte Lines, byte? Value) : HdapContent
{
    public override HdapService Service => HdapService.Tp;

    public override ushort Opcode => Kind;

    internal static HdapContent? Of(ushort opcode, ref PayloadReader fields) => opcode is 0xA001 or 0xA081 or 0xA082 or 0xB001 or 0xB081
        ? new TpContent(opcode, fields.Radio(), fields.Radio(), fields.U8(), fields.U8(), fields.U8(), fields.Left > 0 ? fields.U8() : null) : null;

    private protected override void Write(PayloadWriter payload) =>
        payload.Radio(Source).Radio(Target).U8(Controller).U8(CallType).U8(Lines).Bytes(Value is { } one ? [one] : []);
}
