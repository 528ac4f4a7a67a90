namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>How the telemetry radio is doing; the radio itself sends it.</summary>
/// <param name="Rxerrors">Damaged packets so far.</param>
/// <param name="Fixed">Repaired packets so far.</param>
/// <param name="Rssi">Of this end, the radio's own scale; 255 unknown.</param>
/// <param name="Remrssi">Of the far end.</param>
/// <param name="Txbuf">Free room of the send buffer; %.</param>
/// <param name="Noise">Of this end.</param>
/// <param name="Remnoise">Of the far end.</param>
public readonly record struct RadioStatus(
    ushort Rxerrors,
    ushort Fixed,
    byte Rssi,
    byte Remrssi,
    byte Txbuf,
    byte Noise,
    byte Remnoise) : IMavMessage<RadioStatus>
{
    public const int MsgId = 109;

    public static MavDefinition Definition { get; } = MavDefinition.Of(
        MsgId, "RADIO_STATUS", 185,
        "u16 rxerrors, u16 fixed, u8 rssi, u8 remrssi, u8 txbuf, u8 noise, u8 remnoise");

    public static RadioStatus Read(ref MavPayloadReader fields) => new(
        fields.U16(), fields.U16(), fields.U8(), fields.U8(), fields.U8(), fields.U8(), fields.U8());

    public void Write(ref MavPayloadWriter fields)
    {
        fields.U16(Rxerrors);
        fields.U16(Fixed);
        fields.U8(Rssi);
        fields.U8(Remrssi);
        fields.U8(Txbuf);
        fields.U8(Noise);
        fields.U8(Remnoise);
    }
}
