namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>Remote identity: where its pilot is.</summary>
/// <param name="OperatorLatitude">0 with lon 0 = unknown; 1e-7 degrees.</param>
/// <param name="OperatorLongitude">0 with lat 0 = unknown; 1e-7 degrees.</param>
/// <param name="AreaCeiling">-1000 unknown; m.</param>
/// <param name="AreaFloor">-1000 unknown; m.</param>
/// <param name="OperatorAltitudeGeo">-1000 unknown; m.</param>
/// <param name="Timestamp">Since 2019-01-01T00:00:00Z; s.</param>
/// <param name="AreaCount">Default 1.</param>
/// <param name="AreaRadius">m.</param>
/// <param name="TargetSystem">For whom; 0 everybody.</param>
/// <param name="TargetComponent">For which part; 0 all.</param>
/// <param name="IdOrMac">Who sent it, when somebody overheard it; zeros else.</param>
/// <param name="OperatorLocationType">0 take-off 1 live GNSS 2 fixed.</param>
/// <param name="ClassificationType">0 undeclared 1 EU.</param>
/// <param name="CategoryEu">EU only.</param>
/// <param name="ClassEu">EU only.</param>
public readonly record struct OpenDroneIdSystem(
    int OperatorLatitude,
    int OperatorLongitude,
    float AreaCeiling,
    float AreaFloor,
    float OperatorAltitudeGeo,
    uint Timestamp,
    ushort AreaCount,
    ushort AreaRadius,
    byte TargetSystem,
    byte TargetComponent,
    ReadOnlyMemory<byte> IdOrMac,
    byte OperatorLocationType,
    byte ClassificationType,
    byte CategoryEu,
    byte ClassEu) : IMavMessage<OpenDroneIdSystem>
{
    public const int MsgId = 12904;

    public static MavDefinition Definition { get; } = MavDefinition.Of(
        MsgId, "OPEN_DRONE_ID_SYSTEM", 77,
        "i32 operator_latitude, i32 operator_longitude, f32 area_ceiling, f32 area_floor, f32 operator_altitude_geo, " +
        "u32 timestamp, u16 area_count, u16 area_radius, u8 target_system, u8 target_component, u8[20] id_or_mac, " +
        "u8 operator_location_type, u8 classification_type, u8 category_eu, u8 class_eu");

    public static OpenDroneIdSystem Read(ref MavPayloadReader fields) => new(
        fields.I32(), fields.I32(), fields.F32(), fields.F32(), fields.F32(), fields.U32(), fields.U16(), fields.U16(),
        fields.U8(), fields.U8(), fields.Bytes(20), fields.U8(), fields.U8(), fields.U8(), fields.U8());

    public void Write(ref MavPayloadWriter fields)
    {
        fields.I32(OperatorLatitude);
        fields.I32(OperatorLongitude);
        fields.F32(AreaCeiling);
        fields.F32(AreaFloor);
        fields.F32(OperatorAltitudeGeo);
        fields.U32(Timestamp);
        fields.U16(AreaCount);
        fields.U16(AreaRadius);
        fields.U8(TargetSystem);
        fields.U8(TargetComponent);
        fields.Bytes(IdOrMac.Span, 20);
        fields.U8(OperatorLocationType);
        fields.U8(ClassificationType);
        fields.U8(CategoryEu);
        fields.U8(ClassEu);
    }
}
