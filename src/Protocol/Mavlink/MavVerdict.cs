namespace EdgeGateway.Protocol.Mavlink;

/// <summary>What bytes behind a start byte are.</summary>
internal enum MavVerdict
{
    /// <summary>A frame of a known message with the right checksum.</summary>
    Whole,

    /// <summary>A whole frame by its own account, of an id that is not known.</summary>
    Unknown,

    /// <inheritdoc cref="MavFaults.UnknownMessage"/>
    Untrusted,

    /// <summary>More bytes are needed.</summary>
    Incomplete,

    /// <inheritdoc cref="MavFaults.Crc"/>
    Crc,

    /// <inheritdoc cref="MavFaults.Incompatible"/>
    Incompatible,

    /// <inheritdoc cref="MavFaults.Length"/>
    Length,

    /// <inheritdoc cref="MavFaults.Source"/>
    Source,
}
