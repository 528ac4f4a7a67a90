namespace EdgeGateway.Protocol.Hytera.Rrs;

/// <summary>The radio's answer to <see cref="RrsStatusCheck"/>.</summary>
public sealed record RrsStatusAnswer(RadioIp Radio, RrsState State) : RrsContent(Radio)
{
    public override ushort Opcode => RrsOpcodes.StatusAnswer;

    private protected override void Write(PayloadWriter payload) => payload.Radio(Radio).U8((byte)State);
}
