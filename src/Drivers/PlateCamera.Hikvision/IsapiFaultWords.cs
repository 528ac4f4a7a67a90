using EdgeGateway.Protocol.Elements;
using EdgeGateway.Protocol.Hikvision;
using EdgeGateway.Protocol.Multipart;

namespace EdgeGateway.Drivers.PlateCamera.Hikvision;

/// <summary>A sentence for each fixed word.</summary>
internal static class IsapiFaultWords
{
    public static string Explain(string fault) => fault switch
    {
        MultipartFaults.Garbage => "Bytes stood where a boundary line was due; they were skipped.",
        MultipartFaults.BoundaryMismatch => "The first boundary line is not the boundary announced; the line was believed.",
        MultipartFaults.BoundaryBroken => "A boundary line is damaged; Content-Length showed where its part ends.",
        MultipartFaults.NoBoundary => "No boundary line was found; the bytes were dropped.",
        MultipartFaults.PartTooLarge => "A part announces more than 16 MB and was dropped.",
        MultipartFaults.HeadersTooLarge => "The headers of a part do not end; the part was dropped.",
        MultipartFaults.HeadersBroken => "The headers of a part are cut off; the part was dropped.",
        MultipartFaults.WrongLength => "Content-Length does not fit the next boundary line; the line was believed.",
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
        _ => "The part could not be read.",
    };
}
