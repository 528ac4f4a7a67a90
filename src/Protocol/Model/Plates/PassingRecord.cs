namespace EdgeGateway.Protocol.Model.Plates;

/// <summary>
/// A passing-vehicle record (卡口过车记录) as the interface of the traffic-police platform names and codes it (plate-camera.md
/// section 8). Every value is a text, because that is what its peers take; what is not known is absent. The driver's
/// picture (jsrtp) and behaviour list (xwtz) are left out because they are about people; cid, tid, zkrs, clwx, cxkxd and ppkxd
/// because no reading has them.
/// </summary>
public sealed record PassingRecord
{
    /// <summary>Checkpoint number.</summary>
    public string? Kkbh { get; init; }

    /// <summary>Direction type; the platform's own codes, here the VIID heading.</summary>
    public string? Fxlx { get; init; }

    /// <summary>Lane.</summary>
    public string? Cdh { get; init; }

    /// <summary>Plate text; <c>-</c> when there is none.</summary>
    public required string Hphm { get; init; }

    /// <summary>Plate class, GA/T 16.7.</summary>
    public required string Hpzl { get; init; }

    /// <summary>Passage time, civil time of the site, <c>yyyy-MM-dd HH:mm:ss</c>.</summary>
    public required string Gcsj { get; init; }

    /// <summary>Speed, km/h.</summary>
    public string? Clsd { get; init; }

    /// <summary>Limit, km/h.</summary>
    public string? Clxs { get; init; }

    /// <summary>Violation code; 0 is none.</summary>
    public required string Wfdm { get; init; }

    /// <summary>Outer length of the vehicle, cm, at most five digits.</summary>
    public string? Cwkc { get; init; }

    /// <summary>Plate colour, by the list the peer uses.</summary>
    public string? Hpys { get; init; }

    /// <summary>Vehicle type, GA/T 16.4.</summary>
    public string? Cllx { get; init; }

    /// <summary>Class of the second plate.</summary>
    public string? Fzhpzl { get; init; }

    /// <summary>Text of the second plate.</summary>
    public string? Fzhphm { get; init; }

    /// <summary>Colour of the second plate.</summary>
    public string? Fzhpys { get; init; }

    /// <summary>Brand.</summary>
    public string? Clpp { get; init; }

    /// <summary>Body colour, GA/T 16.8 letter.</summary>
    public string? Csys { get; init; }

    /// <summary>Prefix of the pictures' names: the topic level under which they travel.</summary>
    public string? Tplj { get; init; }

    /// <summary>First passage picture, by its SHA-256.</summary>
    public string? Tp1 { get; init; }

    /// <summary>Second passage picture.</summary>
    public string? Tp2 { get; init; }

    /// <summary>Third passage picture.</summary>
    public string? Tp3 { get; init; }

    /// <summary>Feature picture: the plate.</summary>
    public string? Tztp { get; init; }

    /// <summary>Confidence of the plate, 0 to 100.</summary>
    public string? Hpkxd { get; init; }

    /// <summary>Each character with its confidence, <c>char-confidence,...</c>.</summary>
    public string? Mwhpkxd { get; init; }

    /// <summary>Camera number: the device's id.</summary>
    public string? Sxjbh { get; init; }
}
