namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>How often a message is sent.</summary>
/// <param name="IntervalUs">-1 off, 0 not available; µs.</param>
/// <param name="MessageId">Message id.</param>
public readonly record struct MessageInterval(
    int IntervalUs,
    ushort MessageId) : IMavMessage<MessageInterval>
{
    public const int MsgId = 244;

    public static MavDefinition Definition { get; } = MavDefinition.Of(MsgId, "MESSAGE_INTERVAL", 95, "i32 interval_us, u16 message_id");

    public static MessageInterval Read(ref MavPayloadReader fields) => new(
        fields.I32(), fields.U16());

    public void Write(ref MavPayloadWriter fields)
    {
        fields.I32(IntervalUs);
        fields.U16(MessageId);
    }
}
