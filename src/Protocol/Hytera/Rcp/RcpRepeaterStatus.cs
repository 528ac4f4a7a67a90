namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>What a repeater does (B845).</summary>
/// <param name="Mode">As told.</param>
/// <param name="Status">0 local repeating, 1 local hang, 2 IP repeating, 3 IP hang, 4 channel hang, 5 sleep, 6 to 10 remote PTT, 11 to 15 local PTT (sending, hang, end, waiting, time-out).</param>
/// <param name="Carries">What is repeated: see <see cref="RcpNames.Carried"/>.</param>
/// <param name="CallTypeRaw">See <see cref="CallType"/>.</param>
/// <param name="Target">Called address.</param>
/// <param name="Sender">Calling address.</param>
public sealed record RcpRepeaterStatus(ushort Mode, ushort Status, ushort Carries, ushort CallTypeRaw, uint Target, uint Sender) : RcpContent(RcpOpcode.RepeaterStatus)
{
    public RcpCallType CallType => (RcpCallType)CallTypeRaw;

    private protected override void Write(PayloadWriter payload) => payload.U16(Mode).U16(Status).U16(Carries).U16(CallTypeRaw).U32(Target).U32(Sender);
}
