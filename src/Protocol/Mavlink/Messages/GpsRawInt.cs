namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>What the satellite receiver says by itself.</summary>
/// <param name="TimeUsec">Epoch or since boot; decide by size of the number; µs.</param>
/// <param name="Lat">WGS84; 1e-7 degrees.</param>
/// <param name="Lon">WGS84; 1e-7 degrees.</param>
/// <param name="Alt">Above mean sea level; mm.</param>
/// <param name="Eph">HDOP ×100; 65535 unknown.</param>
/// <param name="Epv">VDOP ×100; 65535 unknown.</param>
/// <param name="Vel">Ground speed; 65535 unknown; cm/s.</param>
/// <param name="Cog">Track, not heading; 65535 unknown; 0.01 degrees.</param>
/// <param name="FixType">GPS_FIX_TYPE.</param>
/// <param name="SatellitesVisible">255 unknown.</param>
/// <param name="AltEllipsoid">Extension. Above ellipsoid; mm.</param>
/// <param name="HAcc">Extension. Horizontal 1-sigma; mm.</param>
/// <param name="VAcc">Extension. Vertical; mm.</param>
/// <param name="VelAcc">Extension. Speed; mm/s.</param>
/// <param name="HdgAcc">Extension. Track; 1e-5 degrees.</param>
/// <param name="Yaw">Extension. 0 = receiver has no yaw, 36000 = north, 65535 = currently lost; 0.01 degrees.</param>
public readonly record struct GpsRawInt(
    ulong TimeUsec,
    int Lat,
    int Lon,
    int Alt,
    ushort Eph,
    ushort Epv,
    ushort Vel,
    ushort Cog,
    byte FixType,
    byte SatellitesVisible,
    int AltEllipsoid,
    uint HAcc,
    uint VAcc,
    uint VelAcc,
    uint HdgAcc,
    ushort Yaw) : IMavMessage<GpsRawInt>
{
    public const int MsgId = 24;

    public static MavDefinition Definition { get; } = MavDefinition.Of(
        MsgId, "GPS_RAW_INT", 24,
        "u64 time_usec, i32 lat, i32 lon, i32 alt, u16 eph, u16 epv, u16 vel, u16 cog, u8 fix_type, " +
        "u8 satellites_visible | i32 alt_ellipsoid, u32 h_acc, u32 v_acc, u32 vel_acc, u32 hdg_acc, u16 yaw");

    public static GpsRawInt Read(ref MavPayloadReader fields) => new(
        fields.U64(), fields.I32(), fields.I32(), fields.I32(), fields.U16(), fields.U16(), fields.U16(), fields.U16(),
        fields.U8(), fields.U8(), fields.I32(), fields.U32(), fields.U32(), fields.U32(), fields.U32(), fields.U16());

    public void Write(ref MavPayloadWriter fields)
    {
        fields.U64(TimeUsec);
        fields.I32(Lat);
        fields.I32(Lon);
        fields.I32(Alt);
        fields.U16(Eph);
        fields.U16(Epv);
        fields.U16(Vel);
        fields.U16(Cog);
        fields.U8(FixType);
        fields.U8(SatellitesVisible);
        fields.I32(AltEllipsoid);
        fields.U32(HAcc);
        fields.U32(VAcc);
        fields.U32(VelAcc);
        fields.U32(HdgAcc);
        fields.U16(Yaw);
    }
}
