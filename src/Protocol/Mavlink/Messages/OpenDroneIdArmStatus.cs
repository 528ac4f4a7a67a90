namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>Remote identity module: whether it lets the vehicle start.</summary>
/// <param name="Status">0 good to arm 1 pre-arm failure.</param>
/// <param name="Error">Reason text.</param>
public readonly record struct OpenDroneIdArmStatus(
    byte Status,
    string Error) : IMavMessage<OpenDroneIdArmStatus>
{
    public const int MsgId = 12918;

    public static MavDefinition Definition { get; } = MavDefinition.Of(MsgId, "OPEN_DRONE_ID_ARM_STATUS", 139, "u8 status, char[50] error");

    public static OpenDroneIdArmStatus Read(ref MavPayloadReader fields) => new(
        fields.U8(), fields.Text(50));

    public void Write(ref MavPayloadWriter fields)
    {
        fields.U8(Status);
        fields.Text(Error, 50);
    }
}
