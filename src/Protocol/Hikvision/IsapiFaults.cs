namespace EdgeGateway.Protocol.Hikvision;

/// <summary>The fixed words for what can be wrong with an alert and be survived.</summary>
public static class IsapiFaults
{
    /// <summary>Neither a document nor a picture.</summary>
    public const string UnknownPart = "unknown-part";

    /// <summary>A document that is not an EventNotificationAlert.</summary>
    public const string NotAnAlert = "not-an-alert";

    /// <summary>An alert without eventType.</summary>
    public const string NoEventType = "alert-without-event-type";

    /// <summary>An alert that was cut off before it said anything of use.</summary>
    public const string Truncated = "alert-truncated";

    /// <summary>A document beyond 256 KB; what stands before that is read.</summary>
    public const string TooLarge = "alert-too-large";

    /// <summary>A picture came and no alert waits for it.</summary>
    public const string StrayPicture = "picture-without-alert";

    /// <summary>A picture part without a byte.</summary>
    public const string PictureEmpty = "picture-empty";

    /// <summary>A picture was cut off.</summary>
    public const string PictureTruncated = "picture-truncated";

    /// <summary>More than 16 pictures, or more than 32 MB of them, for one alert.</summary>
    public const string TooManyPictures = "too-many-pictures";
}
