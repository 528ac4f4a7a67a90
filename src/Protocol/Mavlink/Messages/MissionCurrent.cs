namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>Where it is in its plan.</summary>
/// <param name="Seq">Active item index.</param>
/// <param name="Total">Extension. Item count; 0 unsupported, 65535 none loaded.</param>
/// <param name="MissionState">Extension. 0 unknown 1 none 2 not started 3 active 4 paused 5 complete.</param>
/// <param name="MissionMode">Extension. 0 unknown 1 in mission mode 2 suspended.</param>
/// <param name="MissionId">Extension. Changes when the plan changes; 0 = unsupported.</param>
/// <param name="FenceId">Extension. Same for the geofence.</param>
/// <param name="RallyPointsId">Extension. Same for rally points.</param>
public readonly record struct MissionCurrent(
    ushort Seq,
    ushort Total,
    byte MissionState,
    byte MissionMode,
    uint MissionId,
    uint FenceId,
    uint RallyPointsId) : IMavMessage<MissionCurrent>
{
    public const int MsgId = 42;

    public static MavDefinition Definition { get; } = MavDefinition.Of(
        MsgId, "MISSION_CURRENT", 28,
        "u16 seq | u16 total, u8 mission_state, u8 mission_mode, u32 mission_id, u32 fence_id, u32 rally_points_id");

    public static MissionCurrent Read(ref MavPayloadReader fields) => new(
        fields.U16(), fields.U16(), fields.U8(), fields.U8(), fields.U32(), fields.U32(), fields.U32());

    public void Write(ref MavPayloadWriter fields)
    {
        fields.U16(Seq);
        fields.U16(Total);
        fields.U8(MissionState);
        fields.U8(MissionMode);
        fields.U32(MissionId);
        fields.U32(FenceId);
        fields.U32(RallyPointsId);
    }
}
