namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>A command with a place (drone.md section 1.6).</summary>
/// <param name="Param1">Param1.</param>
/// <param name="Param2">Param2.</param>
/// <param name="Param3">Param3.</param>
/// <param name="Param4">Param4.</param>
/// <param name="X">Param5: lat ×1e7 or local x ×1e4.</param>
/// <param name="Y">Param6: lon ×1e7 or local y ×1e4.</param>
/// <param name="Z">Param7: altitude m.</param>
/// <param name="Command">Command.</param>
/// <param name="TargetSystem">For whom; 0 everybody.</param>
/// <param name="TargetComponent">For which part; 0 all.</param>
/// <param name="Frame">MAV_FRAME (3 global relative alt, 6 global-relative-alt-int).</param>
/// <param name="Current">Unused, 0.</param>
/// <param name="Autocontinue">Unused, 0.</param>
public readonly record struct CommandInt(
    float Param1,
    float Param2,
    float Param3,
    float Param4,
    int X,
    int Y,
    float Z,
    ushort Command,
    byte TargetSystem,
    byte TargetComponent,
    byte Frame,
    byte Current,
    byte Autocontinue) : IMavMessage<CommandInt>
{
    public const int MsgId = 75;

    public static MavDefinition Definition { get; } = MavDefinition.Of(
        MsgId, "COMMAND_INT", 158,
        "f32 param1, f32 param2, f32 param3, f32 param4, i32 x, i32 y, f32 z, u16 command, u8 target_system, " +
        "u8 target_component, u8 frame, u8 current, u8 autocontinue");

    public static CommandInt Read(ref MavPayloadReader fields) => new(
        fields.F32(), fields.F32(), fields.F32(), fields.F32(), fields.I32(), fields.I32(), fields.F32(), fields.U16(),
        fields.U8(), fields.U8(), fields.U8(), fields.U8(), fields.U8());

    public void Write(ref MavPayloadWriter fields)
    {
        fields.F32(Param1);
        fields.F32(Param2);
        fields.F32(Param3);
        fields.F32(Param4);
        fields.I32(X);
        fields.I32(Y);
        fields.F32(Z);
        fields.U16(Command);
        fields.U8(TargetSystem);
        fields.U8(TargetComponent);
        fields.U8(Frame);
        fields.U8(Current);
        fields.U8(Autocontinue);
    }
}
