namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>An item of the plan is done.</summary>
/// <param name="Seq">Item just finished.</param>
public readonly record struct MissionItemReached(
    ushort Seq) : IMavMessage<MissionItemReached>
{
    public const int MsgId = 46;

    public static MavDefinition Definition { get; } = MavDefinition.Of(MsgId, "MISSION_ITEM_REACHED", 11, "u16 seq");

    public static MissionItemReached Read(ref MavPayloadReader fields) => new(
        fields.U16());

    public void Write(ref MavPayloadWriter fields)
    {
        fields.U16(Seq);
    }
}
