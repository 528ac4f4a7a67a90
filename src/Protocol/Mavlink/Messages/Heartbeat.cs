namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>The only message that proves that an autopilot lives; nominally once a second.</summary>
/// <param name="CustomMode">Autopilot-private mode word, see 1.8.</param>
/// <param name="Type">MAV_TYPE.</param>
/// <param name="Autopilot">MAV_AUTOPILOT; 8 = not an autopilot.</param>
/// <param name="BaseMode">Bit set, see 1.8; 0x80 = armed.</param>
/// <param name="SystemStatus">MAV_STATE.</param>
/// <param name="MavlinkVersion">Constant 3.</param>
public readonly record struct Heartbeat(
    uint CustomMode,
    byte Type,
    byte Autopilot,
    byte BaseMode,
    byte SystemStatus,
    byte MavlinkVersion) : IMavMessage<Heartbeat>
{
    public const int MsgId = 0;

    public static MavDefinition Definition { get; } = MavDefinition.Of(
        MsgId, "HEARTBEAT", 50,
        "u32 custom_mode, u8 type, u8 autopilot, u8 base_mode, u8 system_status, u8 mavlink_version");

    public static Heartbeat Read(ref MavPayloadReader fields) => new(
        fields.U32(), fields.U8(), fields.U8(), fields.U8(), fields.U8(), fields.U8());

    public void Write(ref MavPayloadWriter fields)
    {
        fields.U32(CustomMode);
        fields.U8(Type);
        fields.U8(Autopilot);
        fields.U8(BaseMode);
        fields.U8(SystemStatus);
        fields.U8(MavlinkVersion);
    }
}
