namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>What a status report is about; open.</summary>
public enum RcpStatusItem : byte
{
    Speaker = 1,
    Squelch = 2,
    Tone = 3,
    Volume = 4,
    Zone = 5,
    Channel = 6,
    Talkaround = 7,
    Power = 8,
    Emergency = 9,
    Scan = 0x0A,

    /// <summary>Bars, 0 to 4.</summary>
    Rssi = 0x0B,

    Carrier = 0x0C,
    BatterySave = 0x0D,
    ManDown = 0x0E,
    OptionBoard = 0x0F,
    Mic = 0x10,
    PowerDownUp = 0x11,
    RadioDisabled = 0x12,
    Rent = 0x13,
    Block = 0x14,
    EmptyChannel = 0x15,
    LoneWorker = 0x17,
    Covert = 0x18,
    MicPosition = 0x19,
    SpeakerPosition = 0x1A,
    Reset = 0x1B,
}
