namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>Remote identity: what it says it is doing.</summary>
/// <param name="TargetSystem">For whom; 0 everybody.</param>
/// <param name="TargetComponent">For which part; 0 all.</param>
/// <param name="IdOrMac">Who sent it, when somebody overheard it; zeros else.</param>
/// <param name="DescriptionType">0 text 1 emergency 2 extended status.</param>
/// <param name="Description">NUL padded.</param>
public readonly record struct OpenDroneIdSelfId(
    byte TargetSystem,
    byte TargetComponent,
    ReadOnlyMemory<byte> IdOrMac,
    byte DescriptionType,
    string Description) : IMavMessage<OpenDroneIdSelfId>
{
    public const int MsgId = 12903;

    public static MavDefinition Definition { get; } = MavDefinition.Of(
        MsgId, "OPEN_DRONE_ID_SELF_ID", 249,
        "u8 target_system, u8 target_component, u8[20] id_or_mac, u8 description_type, char[23] description");

    public static OpenDroneIdSelfId Read(ref MavPayloadReader fields) => new(
        fields.U8(), fields.U8(), fields.Bytes(20), fields.U8(), fields.Text(23));

    public void Write(ref MavPayloadWriter fields)
    {
        fields.U8(TargetSystem);
        fields.U8(TargetComponent);
        fields.Bytes(IdOrMac.Span, 20);
        fields.U8(DescriptionType);
        fields.Text(Description, 23);
    }
}
