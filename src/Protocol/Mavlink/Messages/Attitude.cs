namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>How it lies in the air.</summary>
/// <param name="TimeBootMs">ms.</param>
/// <param name="Roll">-π..π, right wing down positive; rad.</param>
/// <param name="Pitch">-π..π, nose up positive; rad.</param>
/// <param name="Yaw">-π..π, 0 = north, east positive; rad.</param>
/// <param name="Rollspeed">rad/s.</param>
/// <param name="Pitchspeed">rad/s.</param>
/// <param name="Yawspeed">rad/s.</param>
public readonly record struct Attitude(
    uint TimeBootMs,
    float Roll,
    float Pitch,
    float Yaw,
    float Rollspeed,
    float Pitchspeed,
    float Yawspeed) : IMavMessage<Attitude>
{
    public const int MsgId = 30;

    public static MavDefinition Definition { get; } = MavDefinition.Of(
        MsgId, "ATTITUDE", 39,
        "u32 time_boot_ms, f32 roll, f32 pitch, f32 yaw, f32 rollspeed, f32 pitchspeed, f32 yawspeed");

    public static Attitude Read(ref MavPayloadReader fields) => new(
        fields.U32(), fields.F32(), fields.F32(), fields.F32(), fields.F32(), fields.F32(), fields.F32());

    public void Write(ref MavPayloadWriter fields)
    {
        fields.U32(TimeBootMs);
        fields.F32(Roll);
        fields.F32(Pitch);
        fields.F32(Yaw);
        fields.F32(Rollspeed);
        fields.F32(Pitchspeed);
        fields.F32(Yawspeed);
    }
}
