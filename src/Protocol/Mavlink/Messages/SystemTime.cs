namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>The clock of the vehicle.</summary>
/// <param name="TimeUnixUsec">Since 1970 in UTC; 0 or small when it does not know the time; µs.</param>
/// <param name="TimeBootMs">Since start; ms.</param>
public readonly record struct SystemTime(
    ulong TimeUnixUsec,
    uint TimeBootMs) : IMavMessage<SystemTime>
{
    public const int MsgId = 2;

    public static MavDefinition Definition { get; } = MavDefinition.Of(MsgId, "SYSTEM_TIME", 137, "u64 time_unix_usec, u32 time_boot_ms");

    public static SystemTime Read(ref MavPayloadReader fields) => new(
        fields.U64(), fields.U32());

    public void Write(ref MavPayloadWriter fields)
    {
        fields.U64(TimeUnixUsec);
        fields.U32(TimeBootMs);
    }
}
