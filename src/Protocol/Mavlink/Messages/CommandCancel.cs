namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>Ends a command that takes long.</summary>
/// <param name="Command">Long-running command to cancel.</param>
/// <param name="TargetSystem">For whom; 0 everybody.</param>
/// <param name="TargetComponent">For which part; 0 all.</param>
public readonly record struct CommandCancel(
    ushort Command,
    byte TargetSystem,
    byte TargetComponent) : IMavMessage<CommandCancel>
{
    public const int MsgId = 80;

    public static MavDefinition Definition { get; } = MavDefinition.Of(MsgId, "COMMAND_CANCEL", 14, "u16 command, u8 target_system, u8 target_component");

    public static CommandCancel Read(ref MavPayloadReader fields) => new(
        fields.U16(), fields.U8(), fields.U8());

    public void Write(ref MavPayloadWriter fields)
    {
        fields.U16(Command);
        fields.U8(TargetSystem);
        fields.U8(TargetComponent);
    }
}
