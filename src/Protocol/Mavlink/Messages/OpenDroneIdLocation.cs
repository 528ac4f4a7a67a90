namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>Remote identity: where it is.</summary>
/// <param name="Latitude">0 with lon 0 = unknown; 1e-7 degrees.</param>
/// <param name="Longitude">0 with lat 0 = unknown; 1e-7 degrees.</param>
/// <param name="AltitudeBarometric">-1000 unknown; m.</param>
/// <param name="AltitudeGeodetic">-1000 unknown; m.</param>
/// <param name="Height">-1000 unknown; m.</param>
/// <param name="Timestamp">Seconds since the full UTC hour; 65535 unknown; s.</param>
/// <param name="Direction">Track; 36100 unknown; 0.01 degrees.</param>
/// <param name="SpeedHorizontal">25500 unknown, cap 25425; cm/s.</param>
/// <param name="SpeedVertical">UP positive; 6300 unknown, cap ±6200; cm/s.</param>
/// <param name="TargetSystem">For whom; 0 everybody.</param>
/// <param name="TargetComponent">For which part; 0 all.</param>
/// <param name="IdOrMac">Who sent it, when somebody overheard it; zeros else.</param>
/// <param name="Status">0 undeclared 1 ground 2 airborne 3 emergency 4 RID failure.</param>
/// <param name="HeightReference">0 take-off point 1 ground.</param>
/// <param name="HorizontalAccuracy">0 unknown .. 9 &lt;30 m 10 &lt;10 m 11 &lt;3 m 12 &lt;1 m.</param>
/// <param name="VerticalAccuracy">0 unknown 1 &lt;150 2 &lt;45 3 &lt;25 4 &lt;10 5 &lt;3 6 &lt;1 m.</param>
/// <param name="BarometerAccuracy">Same scale.</param>
/// <param name="SpeedAccuracy">0 unknown 1 &lt;10 2 &lt;3 3 &lt;1 4 &lt;0.3 m/s.</param>
/// <param name="TimestampAccuracy">Tenths of a second, 0 unknown.</param>
public readonly record struct OpenDroneIdLocation(
    int Latitude,
    int Longitude,
    float AltitudeBarometric,
    float AltitudeGeodetic,
    float Height,
    float Timestamp,
    ushort Direction,
    ushort SpeedHorizontal,
    short SpeedVertical,
    byte TargetSystem,
    byte TargetComponent,
    ReadOnlyMemory<byte> IdOrMac,
    byte Status,
    byte HeightReference,
    byte HorizontalAccuracy,
    byte VerticalAccuracy,
    byte BarometerAccuracy,
    byte SpeedAccuracy,
    byte TimestampAccuracy) : IMavMessage<OpenDroneIdLocation>
{
    public const int MsgId = 12901;

    public static MavDefinition Definition { get; } = MavDefinition.Of(
        MsgId, "OPEN_DRONE_ID_LOCATION", 254,
        "i32 latitude, i32 longitude, f32 altitude_barometric, f32 altitude_geodetic, f32 height, f32 timestamp, " +
        "u16 direction, u16 speed_horizontal, i16 speed_vertical, u8 target_system, u8 target_component, " +
        "u8[20] id_or_mac, u8 status, u8 height_reference, u8 horizontal_accuracy, u8 vertical_accuracy, " +
        "u8 barometer_accuracy, u8 speed_accuracy, u8 timestamp_accuracy");

    public static OpenDroneIdLocation Read(ref MavPayloadReader fields) => new(
        fields.I32(), fields.I32(), fields.F32(), fields.F32(), fields.F32(), fields.F32(), fields.U16(), fields.U16(),
        fields.I16(), fields.U8(), fields.U8(), fields.Bytes(20), fields.U8(), fields.U8(), fields.U8(), fields.U8(),
        fields.U8(), fields.U8(), fields.U8());

    public void Write(ref MavPayloadWriter fields)
    {
        fields.I32(Latitude);
        fields.I32(Longitude);
        fields.F32(AltitudeBarometric);
        fields.F32(AltitudeGeodetic);
        fields.F32(Height);
        fields.F32(Timestamp);
        fields.U16(Direction);
        fields.U16(SpeedHorizontal);
        fields.I16(SpeedVertical);
        fields.U8(TargetSystem);
        fields.U8(TargetComponent);
        fields.Bytes(IdOrMac.Span, 20);
        fields.U8(Status);
        fields.U8(HeightReference);
        fields.U8(HorizontalAccuracy);
        fields.U8(VerticalAccuracy);
        fields.U8(BarometerAccuracy);
        fields.U8(SpeedAccuracy);
        fields.U8(TimestampAccuracy);
    }
}
