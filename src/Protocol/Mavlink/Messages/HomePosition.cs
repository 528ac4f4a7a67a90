namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>Where it goes when it returns.</summary>
/// <param name="Latitude">1e-7 degrees.</param>
/// <param name="Longitude">1e-7 degrees.</param>
/// <param name="Altitude">Above mean sea level; mm.</param>
/// <param name="X">m.</param>
/// <param name="Y">m.</param>
/// <param name="Z">Down positive; m.</param>
/// <param name="Q">NaN ×4 = unknown.</param>
/// <param name="ApproachX">m.</param>
/// <param name="ApproachY">m.</param>
/// <param name="ApproachZ">m.</param>
/// <param name="TimeUsec">Extension. µs.</param>
public readonly record struct HomePosition(
    int Latitude,
    int Longitude,
    int Altitude,
    float X,
    float Y,
    float Z,
    IReadOnlyList<float> Q,
    float ApproachX,
    float ApproachY,
    float ApproachZ,
    ulong TimeUsec) : IMavMessage<HomePosition>
{
    public const int MsgId = 242;

    public static MavDefinition Definition { get; } = MavDefinition.Of(
        MsgId, "HOME_POSITION", 104,
        "i32 latitude, i32 longitude, i32 altitude, f32 x, f32 y, f32 z, f32[4] q, f32 approach_x, f32 approach_y, " +
        "f32 approach_z | u64 time_usec");

    public static HomePosition Read(ref MavPayloadReader fields) => new(
        fields.I32(), fields.I32(), fields.I32(), fields.F32(), fields.F32(), fields.F32(), fields.F32(4),
        fields.F32(), fields.F32(), fields.F32(), fields.U64());

    public void Write(ref MavPayloadWriter fields)
    {
        fields.I32(Latitude);
        fields.I32(Longitude);
        fields.I32(Altitude);
        fields.F32(X);
        fields.F32(Y);
        fields.F32(Z);
        fields.F32(Q, 4);
        fields.F32(ApproachX);
        fields.F32(ApproachY);
        fields.F32(ApproachZ);
        fields.U64(TimeUsec);
    }
}
