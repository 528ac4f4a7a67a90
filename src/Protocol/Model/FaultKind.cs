namespace EdgeGateway.Protocol.Model;

/// <summary>Why talking to a device failed. Closed: the host has one reaction for each member.</summary>
public enum FaultKind
{
    /// <summary>Nobody answers at the address.</summary>
    Unreachable,

    /// <summary>The device answers and rejects our credentials.</summary>
    Refused,

    /// <summary>What the device sent cannot be read.</summary>
    Garbled,

    /// <summary>Our own settings are wrong; not retried until they change.</summary>
    Misconfigured,

    /// <summary>The device is well but cannot do what was asked.</summary>
    Unsupported,

    /// <summary>The device asks us to come back later.</summary>
    Busy,

    /// <summary>The link is open and nothing comes within the limit.</summary>
    Silent,

    /// <summary>The device ended the conversation in an orderly way.</summary>
    Ended,
}
