namespace EdgeGateway.Protocol.Hytera;

/// <summary>Short fixed reasons, for counters and for <c>decode</c>.</summary>
public static class HyteraFaults
{
    /// <summary>Bytes before a frame that begin none; said once for each run of them.</summary>
    public const string Garbage = "garbage";

    /// <summary>The bytes end before the length field says so.</summary>
    public const string HrnpCut = "hrnp-cut";

    /// <summary>The version is above 15.</summary>
    public const string HrnpVersion = "hrnp-version";

    /// <summary>No known opcode.</summary>
    public const string HrnpOpcode = "hrnp-opcode";

    /// <summary>The length field is outside 12 to 1500, or is not the length of the datagram.</summary>
    public const string HrnpLength = "hrnp-length";

    public const string HrnpChecksum = "hrnp-checksum";

    /// <summary>Block is not 0: part of something that no public description explains.</summary>
    public const string HrnpFragment = "hrnp-fragment";

    /// <summary>A reader was fed more than it may hold without being asked for items; the oldest bytes were dropped.</summary>
    public const string HrnpOverflow = "hrnp-overflow";

    public const string HstrpStart = "hstrp-start";

    public const string HstrpVersion = "hstrp-version";

    /// <summary>The bytes end inside the head or the options.</summary>
    public const string HstrpCut = "hstrp-cut";

    public const string HstrpTooLong = "hstrp-too-long";

    public const string HdapCut = "hdap-cut";

    /// <summary>More bytes follow the message than its length field says.</summary>
    public const string HdapLength = "hdap-length";

    /// <summary>No known service; the checksum does not cover that byte, so it is checked here.</summary>
    public const string HdapService = "hdap-service";

    public const string HdapTrailer = "hdap-trailer";

    public const string HdapChecksum = "hdap-checksum";

    /// <summary>The payload is shorter than the layout of its opcode.</summary>
    public const string ContentSize = "content-size";
}
