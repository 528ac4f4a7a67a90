namespace EdgeGateway.Protocol.Hytera.Dds;

/// <summary>Open: other values are kept.</summary>
public enum DdsResult : byte
{
    Ok = 0,
    Fail = 1,
    TimeLimit = 4,
    NoAcknowledgement = 5,
    ErrorAcknowledgement = 6,
    RepeaterNotWoken = 7,
    Interrupted = 8,
    Denied = 9,
    Invalid = 0x0A,
}
