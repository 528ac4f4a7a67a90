namespace EdgeGateway.Protocol.Hytera;

/// <summary>Type bits of an HSTRP frame (pdt-radio.md section 3).</summary>
[Flags]
public enum HstrpType : byte
{
    Data = 0,

    Ack = 0x01,

    Heartbeat = 0x02,

    Connect = 0x04,

    Close = 0x08,

    Reject = 0x10,

    /// <summary>Options follow the head.</summary>
    Options = 0x20,
}
