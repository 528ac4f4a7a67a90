namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>Whether it flies.</summary>
/// <param name="VtolState">0 n/a 1 to fixed-wing 2 to multicopter 3 multicopter 4 fixed-wing.</param>
/// <param name="LandedState">0 unknown 1 on ground 2 in air 3 taking off 4 landing.</param>
public readonly record struct ExtendedSysState(
    byte VtolState,
    byte LandedState) : IMavMessage<ExtendedSysState>
{
    public const int MsgId = 245;

    public static MavDefinition Definition { get; } = MavDefinition.Of(MsgId, "EXTENDED_SYS_STATE", 130, "u8 vtol_state, u8 landed_state");

    public static ExtendedSysState Read(ref MavPayloadReader fields) => new(
        fields.U8(), fields.U8());

    public void Write(ref MavPayloadWriter fields)
    {
        fields.U8(VtolState);
        fields.U8(LandedState);
    }
}
