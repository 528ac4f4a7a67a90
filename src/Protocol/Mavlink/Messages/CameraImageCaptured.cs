namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>A picture was taken.</summary>
/// <param name="TimeUtc">0 unknown; µs.</param>
/// <param name="TimeBootMs">ms.</param>
/// <param name="Lat">1e-7 degrees.</param>
/// <param name="Lon">1e-7 degrees.</param>
/// <param name="Alt">mm.</param>
/// <param name="RelativeAlt">Above ground; mm.</param>
/// <param name="Q">Camera attitude w,x,y,z.</param>
/// <param name="ImageIndex">0-based.</param>
/// <param name="CameraId">0 = MAVLink camera with its own component id.</param>
/// <param name="CaptureResult">1 success, 0 failed.</param>
/// <param name="FileUrl">NUL padded.</param>
public readonly record struct CameraImageCaptured(
    ulong TimeUtc,
    uint TimeBootMs,
    int Lat,
    int Lon,
    int Alt,
    int RelativeAlt,
    IReadOnlyList<float> Q,
    int ImageIndex,
    byte CameraId,
    sbyte CaptureResult,
    string FileUrl) : IMavMessage<CameraImageCaptured>
{
    public const int MsgId = 263;

    public static MavDefinition Definition { get; } = MavDefinition.Of(
        MsgId, "CAMERA_IMAGE_CAPTURED", 133,
        "u64 time_utc, u32 time_boot_ms, i32 lat, i32 lon, i32 alt, i32 relative_alt, f32[4] q, i32 image_index, " +
        "u8 camera_id, i8 capture_result, char[205] file_url");

    public static CameraImageCaptured Read(ref MavPayloadReader fields) => new(
        fields.U64(), fields.U32(), fields.I32(), fields.I32(), fields.I32(), fields.I32(), fields.F32(4),
        fields.I32(), fields.U8(), fields.I8(), fields.Text(205));

    public void Write(ref MavPayloadWriter fields)
    {
        fields.U64(TimeUtc);
        fields.U32(TimeBootMs);
        fields.I32(Lat);
        fields.I32(Lon);
        fields.I32(Alt);
        fields.I32(RelativeAlt);
        fields.F32(Q, 4);
        fields.I32(ImageIndex);
        fields.U8(CameraId);
        fields.I8(CaptureResult);
        fields.Text(FileUrl, 205);
    }
}
