namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>What a pilot looks at.</summary>
/// <param name="Airspeed">Calibrated or indicated; m/s.</param>
/// <param name="Groundspeed">m/s.</param>
/// <param name="Alt">Above mean sea level; m.</param>
/// <param name="Climb">Up positive; m/s.</param>
/// <param name="Heading">0..360, 0 = north; degrees.</param>
/// <param name="Throttle">0..100; %.</param>
public readonly record struct VfrHud(
    float Airspeed,
    float Groundspeed,
    float Alt,
    float Climb,
    short Heading,
    ushort Throttle) : IMavMessage<VfrHud>
{
    public const int MsgId = 74;

    public static MavDefinition Definition { get; } = MavDefinition.Of(
        MsgId, "VFR_HUD", 20,
        "f32 airspeed, f32 groundspeed, f32 alt, f32 climb, i16 heading, u16 throttle");

    public static VfrHud Read(ref MavPayloadReader fields) => new(
        fields.F32(), fields.F32(), fields.F32(), fields.F32(), fields.I16(), fields.U16());

    public void Write(ref MavPayloadWriter fields)
    {
        fields.F32(Airspeed);
        fields.F32(Groundspeed);
        fields.F32(Alt);
        fields.F32(Climb);
        fields.I16(Heading);
        fields.U16(Throttle);
    }
}
