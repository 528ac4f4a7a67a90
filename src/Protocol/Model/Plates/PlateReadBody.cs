using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Plates;

/// <summary>One passage of one vehicle as one camera saw it (plate-camera.md section 7).</summary>
public sealed record PlateReadBody : ReadingBody
{
    public const string KindName = "plate.read";

    [JsonIgnore]
    public override string Kind => KindName;

    public required PlateInfo Plate { get; init; }

    public VehicleInfo? Vehicle { get; init; }

    /// <summary>Lane number; 1 is the leftmost in travel direction.</summary>
    public int? LaneNo { get; init; }

    /// <summary>Checkpoint identifier, 20 digits, when known.</summary>
    public string? CheckpointId { get; init; }

    /// <summary>Speed in km/h, 0 or more.</summary>
    public double? SpeedKmh { get; init; }

    /// <summary>Limit in km/h at this place.</summary>
    public double? LimitKmh { get; init; }

    /// <summary>Travel heading as VIID Direction: 1 W-E, 2 E-W, 3 N-S, 4 S-N, 5 SW-NE, 6 NE-SW, 7 NW-SE, 8 SE-NW, 9 unknown.</summary>
    public int Heading { get; init; } = 9;

    /// <summary><c>approach</c>, <c>leave</c> or <c>unknown</c>, seen from the camera.</summary>
    public string RelativeDirection { get; init; } = "unknown";

    /// <summary>Where <see cref="Reading.Time"/> was found: <c>event</c>, <c>image</c>, <c>absTime</c>, <c>realUtc</c>, <c>receive</c>.</summary>
    public string? CaptureTimeSource { get; init; }

    /// <summary>Number of pictures the device announced.</summary>
    public int? PicturesAnnounced { get; init; }

    /// <summary>Same for all readings of one vehicle's passage by this device, when the device says so; never an identity of the reading.</summary>
    public string? PassageKey { get; init; }

    /// <summary>48-digit identifier of GA/T 1400: the device's own where it is a good one, else one made by the gateway; <see cref="SourceInfo.NativeId"/> stays what the device said.</summary>
    public string? ObjectId { get; init; }

    /// <summary>The plate of a trailer, or the rear plate, where the device reads a second one.</summary>
    public PlateInfo? AttachedPlate { get; init; }

    /// <summary>Where pictures stay that the device only names (flag <c>IMAGE_REFERENCE</c>): URLs or file names.</summary>
    public IReadOnlyList<string>? PictureReferences { get; init; }

    /// <summary>The device's own anti-forgery codes of its pictures, in its order.</summary>
    public IReadOnlyList<string>? SecurityCodes { get; init; }

    /// <summary>Further plates of the same vehicle, as of one that drives in the mainland, Hong Kong and Macau; one vehicle is one reading.</summary>
    public IReadOnlyList<PlateInfo>? FurtherPlates { get; init; }

    /// <summary>Which passage this is, and which other readings are of it; set by the gateway.</summary>
    public PassageInfo? Passage { get; init; }

    /// <summary>The same as a passing-vehicle record of the traffic police, when the site wants it.</summary>
    public PassingRecord? PassingRecord { get; init; }

    /// <summary>What the device says was done wrong, when it says so.</summary>
    public ViolationInfo? Violation { get; init; }
}

/// <summary>A traffic violation as the device names it.</summary>
/// <param name="Code">The device's code, never 0.</param>
/// <param name="Name">The device's short name for it.</param>
/// <param name="Description">The device's words for it.</param>
public sealed record ViolationInfo(string Code, string? Name = null, string? Description = null);

/// <summary>The plate itself.</summary>
public sealed record PlateInfo
{
    /// <summary>Exactly what the device wrote.</summary>
    public required string Raw { get; init; }

    /// <summary>Normalised text; absent when there is none.</summary>
    public string? Text { get; init; }

    /// <summary><c>VALID</c>, <c>PARTIAL</c>, <c>NO_PLATE</c>, <c>UNREAD</c>, <c>OTHER</c>, <c>INVALID</c> (section 5.3).</summary>
    public required string Outcome { get; init; }

    /// <summary>Grammar class such as <c>CIVIL</c> or <c>NEV_SMALL</c> (section 5.2), or <c>OTHER</c>; absent with a mask that fits several.</summary>
    public string? Class { get; init; }

    /// <summary>Kind of an <c>OTHER</c>: <c>yard</c>, <c>port</c>, <c>paper</c>, <c>temporary-entry</c>.</summary>
    public string? OtherKind { get; init; }

    /// <summary>Why <c>INVALID</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>GA/T 16.7 plate class, two digits.</summary>
    public string? PlateClass { get; init; }

    /// <summary>VIID colour code: 1 black, 2 white, 5 blue, 6 yellow, 9 green, 99 other (section 2.8).</summary>
    public int? Colour { get; init; }

    /// <summary><c>field</c> when the device named it, <c>prefix</c> when it stood in front of the plate.</summary>
    public string? ColourSource { get; init; }

    /// <summary>0 to 100.</summary>
    public double? Confidence { get; init; }

    /// <summary>One value 0 to 100 a character of the plate.</summary>
    public IReadOnlyList<int>? CharConfidence { get; init; }

    /// <summary>Corrected text where letters I and O stand in serial places (flag <c>OCR_IO</c>); never replaces <see cref="Text"/>.</summary>
    public string? Candidate { get; init; }

    /// <summary>Why the plate is to be trusted less although nothing is wrong with its text: <c>COLOUR_CONFLICT</c>, <c>MANY_LETTERS</c>, <c>ZERO_SERIAL</c>, <c>ISSUER_UNUSED</c>; open set.</summary>
    public IReadOnlyList<string>? Doubts { get; init; }

    /// <summary>Vendor's country code, when the device gives one.</summary>
    public int? Country { get; init; }

    /// <summary>The device takes the plate for a cloned one.</summary>
    public bool? IsDecked { get; init; }

    /// <summary>The device takes the plate for an altered one.</summary>
    public bool? IsAltered { get; init; }

    /// <summary>The device sees a plate that is covered.</summary>
    public bool? IsCovered { get; init; }

    /// <summary>Vendor's word for country or region, when it gives a word and no number.</summary>
    public string? Region { get; init; }

    /// <summary><c>front</c> or <c>rear</c>, when the device says which plate was read.</summary>
    public string? Side { get; init; }

    /// <summary>Where the plate is in the scene picture.</summary>
    public PixelRect? Rect { get; init; }
}

/// <summary>The vehicle that carries the plate.</summary>
public sealed record VehicleInfo
{
    /// <summary>GA/T 16.4 class, three characters, for example <c>K33</c>.</summary>
    public string? Class { get; init; }

    /// <summary><c>non-motor</c> when the device says so; absent otherwise.</summary>
    public string? Category { get; init; }

    /// <summary>VIID body colour code, 1 to 13 or 99 (section 2.8).</summary>
    public int? Colour { get; init; }

    public string? Brand { get; init; }

    /// <summary>Vendor's number for the brand, when it gives no name.</summary>
    public int? BrandCode { get; init; }

    /// <summary>0 to 100.</summary>
    public int? BrandConfidence { get; init; }

    public string? Model { get; init; }

    /// <summary>Length in millimetres.</summary>
    public int? LengthMm { get; init; }

    /// <summary>Where the vehicle is in the scene picture.</summary>
    public PixelRect? Rect { get; init; }
}
