namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>What a radio is doing in a call; open.</summary>
public enum RcpProcess : ushort
{
    None = 0,
    Voice = 1,
    HangTime = 2,
    Ended = 3,
    EmergencyLeft = 0x0A,
    WaitingDuplex = 0x0D,
    Duplex = 0x0E,
    EmergencyInSilence = 0x11,
}
