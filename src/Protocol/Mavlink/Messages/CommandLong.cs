namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>A command with seven numbers (drone.md section 1.6).</summary>
/// <param name="Param1">Param1.</param>
/// <param name="Param2">Param2.</param>
/// <param name="Param3">Param3.</param>
/// <param name="Param4">Param4.</param>
/// <param name="Param5">Param5.</param>
/// <param name="Param6">Param6.</param>
/// <param name="Param7">Param7.</param>
/// <param name="Command">MAV_CMD.</param>
/// <param name="TargetSystem">1..255, 0 = all.</param>
/// <param name="TargetComponent">0 = all components.</param>
/// <param name="Confirmation">0 on first send, +1 on every resend.</param>
public readonly record struct CommandLong(
    float Param1,
    float Param2,
    float Param3,
    float Param4,
    float Param5,
    float Param6,
    float Param7,
    ushort Command,
    byte TargetSystem,
    byte TargetComponent,
    byte Confirmation) : IMavMessage<CommandLong>
{
    public const int MsgId = 76;

    public static MavDefinition Definition { get; } = MavDefinition.Of(
        MsgId, "COMMAND_LONG", 152,
        "f32 param1, f32 param2, f32 param3, f32 param4, f32 param5, f32 param6, f32 param7, u16 command, " +
        "u8 target_system, u8 target_component, u8 confirmation");

    public static CommandLong Read(ref MavPayloadReader fields) => new(
        fields.F32(), fields.F32(), fields.F32(), fields.F32(), fields.F32(), fields.F32(), fields.F32(), fields.U16(),
        fields.U8(), fields.U8(), fields.U8());

    public void Write(ref MavPayloadWriter fields)
    {
        fields.F32(Param1);
        fields.F32(Param2);
        fields.F32(Param3);
        fields.F32(Param4);
        fields.F32(Param5);
        fields.F32(Param6);
        fields.F32(Param7);
        fields.U16(Command);
        fields.U8(TargetSystem);
        fields.U8(TargetComponent);
        fields.U8(Confirmation);
    }
}
