namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>What can be asked of a channel; open.</summary>
public enum RcpParameter : byte
{
    /// <summary>0 and 1 conventional, 2 and 3 repeater, 4 and 5 trunking; even is digital, odd analogue.</summary>
    ChannelMode = 7,

    /// <summary>dBm; -200 is none.</summary>
    Rssi = 9,
}
