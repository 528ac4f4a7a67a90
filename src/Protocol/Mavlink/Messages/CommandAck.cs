namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>How a command was taken (drone.md section 1.6).</summary>
/// <param name="Command">Echo of the command id.</param>
/// <param name="Result">MAV_RESULT, see 1.6.</param>
/// <param name="Progress">Extension. 0..100, 255 = unknown; only with result 5; %.</param>
/// <param name="ResultParam2">Extension. Extra reason code.</param>
/// <param name="TargetSystem">Extension. Who asked; 0 when absent.</param>
/// <param name="TargetComponent">Extension. Who asked; 0 when absent.</param>
public readonly record struct CommandAck(
    ushort Command,
    byte Result,
    byte Progress,
    int ResultParam2,
    byte TargetSystem,
    byte TargetComponent) : IMavMessage<CommandAck>
{
    public const int MsgId = 77;

    public static MavDefinition Definition { get; } = MavDefinition.Of(
        MsgId, "COMMAND_ACK", 143,
        "u16 command, u8 result | u8 progress, i32 result_param2, u8 target_system, u8 target_component");

    public static CommandAck Read(ref MavPayloadReader fields) => new(
        fields.U16(), fields.U8(), fields.U8(), fields.I32(), fields.U8(), fields.U8());

    public void Write(ref MavPayloadWriter fields)
    {
        fields.U16(Command);
        fields.U8(Result);
        fields.U8(Progress);
        fields.I32(ResultParam2);
        fields.U8(TargetSystem);
        fields.U8(TargetComponent);
    }
}
