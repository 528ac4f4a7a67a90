namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>Where it is and how it moves, by the filter of the autopilot.</summary>
/// <param name="TimeBootMs">ms.</param>
/// <param name="Lat">1e-7 degrees.</param>
/// <param name="Lon">1e-7 degrees.</param>
/// <param name="Alt">Above mean sea level; mm.</param>
/// <param name="RelativeAlt">Above home; mm.</param>
/// <param name="Vx">North positive; cm/s.</param>
/// <param name="Vy">East positive; cm/s.</param>
/// <param name="Vz">DOWN positive (negate for climb); cm/s.</param>
/// <param name="Hdg">Vehicle heading; 65535 unknown; 0.01 degrees.</param>
public readonly record struct GlobalPositionInt(
    uint TimeBootMs,
    int Lat,
    int Lon,
    int Alt,
    int RelativeAlt,
    short Vx,
    short Vy,
    short Vz,
    ushort Hdg) : IMavMessage<GlobalPositionInt>
{
    public const int MsgId = 33;

    public static MavDefinition Definition { get; } = MavDefinition.Of(
        MsgId, "GLOBAL_POSITION_INT", 104,
        "u32 time_boot_ms, i32 lat, i32 lon, i32 alt, i32 relative_alt, i16 vx, i16 vy, i16 vz, u16 hdg");

    public static GlobalPositionInt Read(ref MavPayloadReader fields) => new(
        fields.U32(), fields.I32(), fields.I32(), fields.I32(), fields.I32(), fields.I16(), fields.I16(), fields.I16(),
        fields.U16());

    public void Write(ref MavPayloadWriter fields)
    {
        fields.U32(TimeBootMs);
        fields.I32(Lat);
        fields.I32(Lon);
        fields.I32(Alt);
        fields.I32(RelativeAlt);
        fields.I16(Vx);
        fields.I16(Vy);
        fields.I16(Vz);
        fields.U16(Hdg);
    }
}
