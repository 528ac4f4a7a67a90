namespace EdgeGateway.Protocol.Dahua;

/// <summary>The fixed words for what can be wrong with what the camera says and be survived.</summary>
public static class DahuaFaults
{
    /// <summary>Neither a picture nor a text that says anything.</summary>
    public const string UnknownPart = "unknown-part";

    /// <summary>A text without an event in it.</summary>
    public const string NotAnEvent = "not-an-event";

    /// <summary>Lines of an event that are no key=value; the others were read.</summary>
    public const string JunkLines = "junk-lines";

    /// <summary>JSON that breaks off or is none.</summary>
    public const string Json = "json-broken";

    /// <summary>More than 256 KB of text, 4,096 names or 32 levels.</summary>
    public const string TooLarge = "message-too-large";

    /// <summary>A picture came and no event waits for it.</summary>
    public const string StrayPicture = "picture-without-event";

    /// <summary>A picture part without a byte, or an empty base64 text.</summary>
    public const string PictureEmpty = "picture-empty";

    /// <summary>A picture was cut off.</summary>
    public const string PictureTruncated = "picture-truncated";

    /// <summary>More than 16 pictures, or more than 32 MB of them, for one event.</summary>
    public const string TooManyPictures = "too-many-pictures";

    /// <summary>Several events share one part and their pictures cannot be told apart by number.</summary>
    public const string PicturesUneven = "pictures-uneven";

    /// <summary>A picture stood inside a text part: the line ends of its headers are missing.</summary>
    public const string GluedPicture = "picture-in-text-part";
}
