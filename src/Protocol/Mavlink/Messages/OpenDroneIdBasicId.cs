namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>Remote identity: who it is.</summary>
/// <param name="TargetSystem">For whom; 0 everybody.</param>
/// <param name="TargetComponent">For which part; 0 all.</param>
/// <param name="IdOrMac">Sender id when relayed from another aircraft.</param>
/// <param name="IdType">0 none 1 serial (CTA-2063-A) 2 registration 3 UTM UUID 4 session.</param>
/// <param name="UaType">2 = helicopter/multirotor, 1 aeroplane, 4 hybrid lift, 15 other.</param>
/// <param name="UasId">NUL padded.</param>
public readonly record struct OpenDroneIdBasicId(
    byte TargetSystem,
    byte TargetComponent,
    ReadOnlyMemory<byte> IdOrMac,
    byte IdType,
    byte UaType,
    ReadOnlyMemory<byte> UasId) : IMavMessage<OpenDroneIdBasicId>
{
    public const int MsgId = 12900;

    public static MavDefinition Definition { get; } = MavDefinition.Of(
        MsgId, "OPEN_DRONE_ID_BASIC_ID", 114,
        "u8 target_system, u8 target_component, u8[20] id_or_mac, u8 id_type, u8 ua_type, t8[20] uas_id");

    public static OpenDroneIdBasicId Read(ref MavPayloadReader fields) => new(
        fields.U8(), fields.U8(), fields.Bytes(20), fields.U8(), fields.U8(), fields.Bytes(20));

    public void Write(ref MavPayloadWriter fields)
    {
        fields.U8(TargetSystem);
        fields.U8(TargetComponent);
        fields.Bytes(IdOrMac.Span, 20);
        fields.U8(IdType);
        fields.U8(UaType);
        fields.Bytes(UasId.Span, 20);
    }
}
