namespace EdgeGateway.Protocol.Plates;

/// <summary>What a plate text turned out to be (plate-camera.md section 5.3).</summary>
public enum PlateOutcome
{
    /// <summary>A complete plate of a known class.</summary>
    Valid,

    /// <summary>A plate with unread characters, each shown as a question mark.</summary>
    Partial,

    /// <summary>The device says that there is no plate.</summary>
    NoPlate,

    /// <summary>The device saw a vehicle and read nothing.</summary>
    Unread,

    /// <summary>A legitimate text that is no road plate: yard, port, temporary paper, temporary entry.</summary>
    Other,

    /// <summary>Anything else, foreign plates included.</summary>
    Invalid,
}
