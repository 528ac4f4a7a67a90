namespace EdgeGateway.Sim.Cameras;

/// <summary>In which bytes the XML is written, and what it claims (plate-camera.md section 6).</summary>
public enum Charset
{
    Utf8,
    Utf8Bom,

    /// <summary>GBK and says so.</summary>
    Gbk,

    /// <summary>GBK, while part header and XML declaration claim UTF-8 (T20).</summary>
    DeclaredWrong,
}

/// <summary>How parts are separated (sections 3.1, 3.2, 6).</summary>
public enum BoundaryStyle
{
    Boundary,
    MimeBoundary,

    /// <summary>27 dashes and digits, as browsers do (T01).</summary>
    LongDashes,

    /// <summary>The header value already carries the two dashes that the body's line has (T07).</summary>
    HeaderWithDashes,
}

/// <summary>What a part says of its own length.</summary>
public enum LengthPolicy
{
    Right,
    Absent,
    PlusOne,
    MinusOne,
    Zero,
}

/// <summary>How the camera says that it is alive (section 3.1).</summary>
public enum HeartbeatKind
{
    None,

    /// <summary>videoloss, inactive, activePostCount 0.</summary>
    VideoLoss,

    /// <summary>heartBeat, active.</summary>
    HeartBeat,

    /// <summary>Event type other with the description Heartbeat, PSIA namespace.</summary>
    Psia,
}

/// <summary>How the pulled camera guards its stream.</summary>
public enum DigestPolicy
{
    None,

    /// <summary>MD5 with qop.</summary>
    Qop,

    /// <summary>MD5 as in RFC 2069.</summary>
    NoQop,

    /// <summary>SHA-256 with qop.</summary>
    Sha256,

    /// <summary>MD5 with qop; a nonce used once gives 401 again (F22).</summary>
    OneShot,

    /// <summary>MD5 with qop; nonces die after two seconds with <c>stale=true</c>.</summary>
    Stale,
}

/// <summary>What the camera writes where the zone of dateTime belongs.</summary>
public enum ZoneForm
{
    /// <summary>+08:00, correct.</summary>
    Right,

    /// <summary>Nothing: local time without a zone (TM06).</summary>
    Absent,

    /// <summary>Local digits with +07:00.</summary>
    Wrong,

    /// <summary>Local digits with Z (F14).</summary>
    LocalAsUtc,
}

/// <summary>How picture parts are named (F13, T09).</summary>
public enum PictureNaming
{
    /// <summary>Name and file name as the XML announces them.</summary>
    Declared,

    /// <summary>The file name is an internal number.</summary>
    InternalId,

    /// <summary>Only a file name, and the type octet-stream.</summary>
    FileNameOnly,
}

/// <summary>Which messages carry the mark of a retransmission.</summary>
public enum RetransmissionMark
{
    Never,

    /// <summary>Those that waited for a link.</summary>
    Backlog,
    Always,
}

/// <summary>What the camera does with an answer that is not 200, or none (section 3.2, F8).</summary>
public enum RetryPolicy
{
    /// <summary>Sends the same bytes again until it reads 200.</summary>
    UntilOk,

    /// <summary>Sends again only when nobody answered; any answer, 503 too, ends the matter.</summary>
    UntilAnswered,

    /// <summary>Sends once.</summary>
    Never,
}
