namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>Remote identity: several broadcasts at once, as they went over the air; see <see cref="RemoteIdPack"/>.</summary>
/// <param name="TargetSystem">For whom; 0 everybody.</param>
/// <param name="TargetComponent">For which part; 0 all.</param>
/// <param name="IdOrMac">Who sent it, when somebody overheard it; zeros else.</param>
/// <param name="SingleMessageSize">Always 25; bytes.</param>
/// <param name="MsgPackSize">1..9 messages.</param>
/// <param name="Messages">25-byte over-the-air messages back to back.</param>
public readonly record struct OpenDroneIdMessagePack(
    byte TargetSystem,
    byte TargetComponent,
    ReadOnlyMemory<byte> IdOrMac,
    byte SingleMessageSize,
    byte MsgPackSize,
    ReadOnlyMemory<byte> Messages) : IMavMessage<OpenDroneIdMessagePack>
{
    public const int MsgId = 12915;

    public static MavDefinition Definition { get; } = MavDefinition.Of(
        MsgId, "OPEN_DRONE_ID_MESSAGE_PACK", 94,
        "u8 target_system, u8 target_component, u8[20] id_or_mac, u8 single_message_size, u8 msg_pack_size, " +
        "u8[225] messages");

    public static OpenDroneIdMessagePack Read(ref MavPayloadReader fields) => new(
        fields.U8(), fields.U8(), fields.Bytes(20), fields.U8(), fields.U8(), fields.Bytes(225));

    public void Write(ref MavPayloadWriter fields)
    {
        fields.U8(TargetSystem);
        fields.U8(TargetComponent);
        fields.Bytes(IdOrMac.Span, 20);
        fields.U8(SingleMessageSize);
        fields.U8(MsgPackSize);
        fields.Bytes(Messages.Span, 225);
    }
}
