using System.Globalization;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>What a person may say beside the bytes.</summary>
internal sealed record DahuaDecodeOptions(string? ContentType, DateTimeOffset Received, DahuaPlace Place)
{
    public static DahuaDecodeOptions? Read(IReadOnlyDictionary<string, string> options, TimeProvider time, out DecodedFrame? failure)
    {
        failure = DecodeClock.Read(options, time, out var received, out var zone);

        var place = new DahuaPlace
        {
            Device = options.GetValueOrDefault("device") ?? "device",
            Zone = zone,
            Heading = int.TryParse(options.GetValueOrDefault("heading"), CultureInfo.InvariantCulture, out int heading) ? heading : 9,
            LaneBase = options.GetValueOrDefault("laneBase") switch { "0" => 0, "1" => 1, _ => null },
            Confidence = options.GetValueOrDefault("confidence") switch { "0-100" => DahuaConfidence.Percent, "0-255" => DahuaConfidence.Byte, _ => DahuaConfidence.Auto },
            BoxesInPixels = options.GetValueOrDefault("boxes") == "pixels",
        };
        return failure is null ? new DahuaDecodeOptions(ContentTypeOf(options), received, place) : null;
    }

    private static string? ContentTypeOf(IReadOnlyDictionary<string, string> options) =>
        options.TryGetValue("boundary", out string? boundary) ? $"multipart/x-mixed-replace; boundary=\"{boundary.Trim('"')}\"" : options.GetValueOrDefault("content-type");
}
