namespace EdgeGateway.Protocol.Mavlink;

/// <summary>Which framing; the start byte tells it (drone.md sections 1.2 and 1.3).</summary>
public enum MavVersion
{
    /// <summary>Start byte FE: one byte of message id, whole payloads, no extension fields, no signature.</summary>
    V1 = 1,

    /// <summary>Start byte FD.</summary>
    V2 = 2,
}
