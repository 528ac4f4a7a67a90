namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>Remote identity: registration of its operator, a person's or a company's.</summary>
/// <param name="TargetSystem">For whom; 0 everybody.</param>
/// <param name="TargetComponent">For which part; 0 all.</param>
/// <param name="IdOrMac">Who sent it, when somebody overheard it; zeros else.</param>
/// <param name="OperatorIdType">0 = CAA.</param>
/// <param name="OperatorId">NUL padded.</param>
public readonly record struct OpenDroneIdOperatorId(
    byte TargetSystem,
    byte TargetComponent,
    ReadOnlyMemory<byte> IdOrMac,
    byte OperatorIdType,
    string OperatorId) : IMavMessage<OpenDroneIdOperatorId>
{
    public const int MsgId = 12905;

    public static MavDefinition Definition { get; } = MavDefinition.Of(
        MsgId, "OPEN_DRONE_ID_OPERATOR_ID", 49,
        "u8 target_system, u8 target_component, u8[20] id_or_mac, u8 operator_id_type, char[20] operator_id");

    public static OpenDroneIdOperatorId Read(ref MavPayloadReader fields) => new(
        fields.U8(), fields.U8(), fields.Bytes(20), fields.U8(), fields.Text(20));

    public void Write(ref MavPayloadWriter fields)
    {
        fields.U8(TargetSystem);
        fields.U8(TargetComponent);
        fields.Bytes(IdOrMac.Span, 20);
        fields.U8(OperatorIdType);
        fields.Text(OperatorId, 20);
    }
}
