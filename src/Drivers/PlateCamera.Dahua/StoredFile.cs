using EdgeGateway.Protocol.Dahua;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>One picture that the camera kept, as a reading: its item may carry the fields of the passage under Summary, or may not.</summary>
internal static class StoredFile
{
    public static bool IsKnown(DahuaNode item, TimeSpan zone, DahuaMemory memory) =>
        Time(item, zone) is { } time && PlateTexts.Of(item["Summary"]) is { } plate
        && PlateParser.Parse(plate, PlateContext.None).Text is { } text && memory.Knows(time, text, []);

    /// <param name="item">Of the search.</param>
    /// <param name="path">Its FilePath, the identity of the reading.</param>
    /// <param name="picture">The file.</param>
    /// <param name="place">What the configuration says.</param>
    /// <param name="received">When the gateway had it.</param>
    public static Reading ToReading(DahuaNode item, string path, ReadOnlyMemory<byte> picture, DahuaPlace place, DateTimeOffset received)
    {
        var stored = new DahuaEvent("", "Pulse", 0, item["Summary"]) { Pictures = [new DahuaPicture(null, null, picture)], PicturesDue = true };
        var time = Time(item, place.Zone);
        return DahuaMapping.ToReading(stored, place, received, new DahuaCapture(time, path));
    }

    private static DateTimeOffset? Time(DahuaNode item, TimeSpan zone) => DahuaTimes.Parse(item["StartTime"].Text, zone);
}

/// <summary>What a finder says of a stored picture.</summary>
/// <param name="Time">When it was taken, or null.</param>
/// <param name="Path">Where it lies on the camera.</param>
internal sealed record DahuaCapture(DateTimeOffset? Time, string Path);
