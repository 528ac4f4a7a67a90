namespace EdgeGateway.Protocol.Mavlink;

/// <summary>What becomes of frames without a signature where there is a key.</summary>
public enum MavUnsignedPolicy
{
    /// <summary>They are not used.</summary>
    Reject,

    /// <summary>Only RADIO_STATUS is used: radios have no key.</summary>
    RadioStatusOnly,

    /// <summary>They are used as if there were no key.</summary>
    Accept,
}
