using EdgeGateway.Protocol.Elements;
using EdgeGateway.Protocol.Hikvision;

namespace EdgeGateway.Drivers.PlateCamera.Hikvision;

/// <summary>A sentence for each fixed word.</summary>
internal static class IsapiFaultWords
{
    public static string Explain(string fault) => fault switch
    {
        ElementFaults.Dtd => "The document has a DTD, which is refused.",
        ElementFaults.TooLarge => "The document has too many elements, or too deep.",
        ElementFaults.Json => "The JSON text is broken.",
        IsapiFaults.UnknownPart => "A part is neither a document nor a picture.",
        IsapiFaults.NotAnAlert => "The text holds no EventNotificationAlert, or something beside it.",
        IsapiFaults.NoEventType => "The alert has no eventType.",
        IsapiFaults.Truncated => "The alert is cut off before its plate.",
        IsapiFaults.TooLarge => "The document is longer than 256 KB; the rest was not read.",
        IsapiFaults.StrayPicture => "A picture came without an alert before it.",
        IsapiFaults.PictureEmpty => "A picture has no bytes.",
        IsapiFaults.PictureTruncated => "A picture is cut off.",
        IsapiFaults.TooManyPictures => "More than 16 pictures, or 32 MB of them, came with one alert.",
        _ => MultipartFaultWords.Explain(fault) ?? "The part could not be read.",
    };
}
