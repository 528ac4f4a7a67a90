using EdgeGateway.Protocol.Dahua;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>A sentence for each fixed word.</summary>
internal static class DahuaFaultWords
{
    public static string Explain(string fault) => fault switch
    {
        DahuaFaults.UnknownPart => "A part is neither a text nor a picture.",
        DahuaFaults.NotAnEvent => "The text holds no event.",
        DahuaFaults.JunkLines => "Lines of the event are no key=value; the others were read.",
        DahuaFaults.Json => "The JSON text is broken.",
        DahuaFaults.TooLarge => "The message is longer than 256 KB, or has too many names or levels.",
        DahuaFaults.StrayPicture => "A picture came without an event before it.",
        DahuaFaults.PictureEmpty => "A picture has no bytes.",
        DahuaFaults.PictureTruncated => "A picture is cut off.",
        DahuaFaults.TooManyPictures => "More than 16 pictures, or 32 MB of them, came with one event.",
        DahuaFaults.PicturesUneven => "Several events came in one part and their pictures cannot be told apart by number.",
        DahuaFaults.GluedPicture => "A picture stood inside a text part, because line ends of its headers are missing; it was taken out.",
        _ => MultipartFaultWords.Explain(fault) ?? "The part could not be read.",
    };
}
