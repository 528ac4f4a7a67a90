namespace EdgeGateway.Protocol.Hytera.Rrs;

/// <summary>The server's answer.</summary>
/// <param name="Radio">Who asked.</param>
/// <param name="Result">Success, or why not.</param>
/// <param name="ValidSeconds">1 to 65534; until then it must ask again.</param>
public sealed record RrsRegistrationAnswer(RadioIp Radio, RrsResult Result, uint ValidSeconds) : RrsContent(Radio)
{
    public const uint LongestValid = 65_534;

    public override ushort Opcode => RrsOpcodes.RegistrationAnswer;

    private protected override void Write(PayloadWriter payload) => payload.Radio(Radio).U8((byte)Result).U32(ValidSeconds);
}
