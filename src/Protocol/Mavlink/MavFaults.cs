namespace EdgeGateway.Protocol.Mavlink;

/// <summary>Why bytes gave no frame that may be used; short fixed words.</summary>
public static class MavFaults
{
    /// <summary>The checksum is not that of the bytes: damage, a false start byte, or another definition of the message.</summary>
    public const string Crc = "crc";

    /// <summary>A flag that one must understand to read the frame, and that nobody here understands.</summary>
    public const string Incompatible = "incompat-flags";

    /// <summary>A frame of version 1 that has not exactly the length of its message.</summary>
    public const string Length = "length";

    /// <summary>The checksum is right, and the sender is system 0 or component 0, which nobody is.</summary>
    public const string Source = "source";

    /// <summary>An id that is not known, and behind it no next frame begins: its length cannot be trusted, so it is searched for others.</summary>
    public const string UnknownMessage = "unknown-message";

    /// <summary>The datagram or the recording ends inside it.</summary>
    public const string CutOff = "cut-off";

    /// <summary>The signature is wrong.</summary>
    public const string Signature = "signature";

    /// <summary>A right signature whose time was used before, or is older than the last one of the stream.</summary>
    public const string Replayed = "replayed";

    /// <summary>A right signature of a stream not seen before, more than 60 s behind.</summary>
    public const string Stale = "stale";

    /// <summary>No signature, where one is asked for.</summary>
    public const string Unsigned = "unsigned";
}
