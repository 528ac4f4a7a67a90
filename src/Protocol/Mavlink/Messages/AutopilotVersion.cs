namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>What runs on the autopilot.</summary>
/// <param name="Capabilities">Bit set; 0x2000 speaks version 2.</param>
/// <param name="Uid">Hardware id.</param>
/// <param name="FlightSwVersion">Major, minor, patch, kind: one byte each, highest first.</param>
/// <param name="MiddlewareSwVersion">Middleware sw version.</param>
/// <param name="OsSwVersion">Os sw version.</param>
/// <param name="BoardVersion">Board version.</param>
/// <param name="VendorId">Vendor id.</param>
/// <param name="ProductId">Product id.</param>
/// <param name="FlightCustomVersion">First bytes of a commit id.</param>
/// <param name="MiddlewareCustomVersion">Middleware custom version.</param>
/// <param name="OsCustomVersion">Os custom version.</param>
/// <param name="Uid2">Extension. Longer hardware id.</param>
public readonly record struct AutopilotVersion(
    ulong Capabilities,
    ulong Uid,
    uint FlightSwVersion,
    uint MiddlewareSwVersion,
    uint OsSwVersion,
    uint BoardVersion,
    ushort VendorId,
    ushort ProductId,
    ReadOnlyMemory<byte> FlightCustomVersion,
    ReadOnlyMemory<byte> MiddlewareCustomVersion,
    ReadOnlyMemory<byte> OsCustomVersion,
    ReadOnlyMemory<byte> Uid2) : IMavMessage<AutopilotVersion>
{
    public const int MsgId = 148;

    public static MavDefinition Definition { get; } = MavDefinition.Of(
        MsgId, "AUTOPILOT_VERSION", 178,
        "u64 capabilities, u64 uid, u32 flight_sw_version, u32 middleware_sw_version, u32 os_sw_version, " +
        "u32 board_version, u16 vendor_id, u16 product_id, u8[8] flight_custom_version, u8[8] middleware_custom_version, " +
        "u8[8] os_custom_version | u8[18] uid2");

    public static AutopilotVersion Read(ref MavPayloadReader fields) => new(
        fields.U64(), fields.U64(), fields.U32(), fields.U32(), fields.U32(), fields.U32(), fields.U16(), fields.U16(),
        fields.Bytes(8), fields.Bytes(8), fields.Bytes(8), fields.Bytes(18));

    public void Write(ref MavPayloadWriter fields)
    {
        fields.U64(Capabilities);
        fields.U64(Uid);
        fields.U32(FlightSwVersion);
        fields.U32(MiddlewareSwVersion);
        fields.U32(OsSwVersion);
        fields.U32(BoardVersion);
        fields.U16(VendorId);
        fields.U16(ProductId);
        fields.Bytes(FlightCustomVersion.Span, 8);
        fields.Bytes(MiddlewareCustomVersion.Span, 8);
        fields.Bytes(OsCustomVersion.Span, 8);
        fields.Bytes(Uid2.Span, 18);
    }
}
