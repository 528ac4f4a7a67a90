namespace EdgeGateway.Protocol.Hytera.Dds;

/// <summary>What became of a message that was given to the radio (pdt-radio.md section 9).</summary>
/// <param name="About">The service of that message, the low byte of this opcode.</param>
/// <param name="Radio">For whom it was.</param>
/// <param name="OriginalOpcode">Of that message.</param>
/// <param name="Result">What became of it.</param>
public sealed record DdsState(HdapService About, RadioIp Radio, ushort OriginalOpcode, DdsResult Result) : HdapContent
{
    public override HdapService Service => HdapService.Dds;

    public override ushort Opcode => (byte)About;

    internal static HdapContent? Of(ushort opcode, ref PayloadReader fields) =>
        opcode <= byte.MaxValue ? new DdsState((HdapService)opcode, fields.Radio(), fields.U16(), (DdsResult)fields.U8()) : null;

    private protected override void Write(PayloadWriter payload) => payload.Radio(Radio).U16(OriginalOpcode).U8((byte)Result);
}
