namespace EdgeGateway.Protocol.Hytera.Tmp;

/// <summary>Result of a text; open.</summary>
public enum TmpResult : byte
{
    Ok = 0,
    Fail = 1,
    InvalidParameter = 3,
    ChannelBusy = 4,
    ReceiveOnly = 5,
    LowBattery = 6,
    PllUnlocked = 7,

    /// <summary>The called radio did not answer: off, busy or out of coverage; no fault of anybody.</summary>
    NoAcknowledgement = 8,

    RepeaterNotWoken = 9,
    NoContact = 0x0A,
    TransmitDenied = 0x0B,
    Interrupted = 0x0C,
}
