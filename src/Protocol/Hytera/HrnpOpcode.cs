namespace EdgeGateway.Protocol.Hytera;

/// <summary>What an HRNP frame is for (pdt-radio.md section 2.2).</summary>
public enum HrnpOpcode : byte
{
    /// <summary>One HDAP message.</summary>
    Data = 0x00,

    /// <summary>RTP; skipped by its length.</summary>
    Voice = 0x01,

    /// <summary>Echoes the number of the DATA.</summary>
    DataAck = 0x10,

    CloseAck = 0xFA,

    Close = 0xFB,

    Reject = 0xFC,

    /// <summary>The destination byte is the address granted to the client.</summary>
    Accept = 0xFD,

    Connect = 0xFE,
}
