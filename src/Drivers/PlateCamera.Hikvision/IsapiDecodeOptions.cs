using System.Globalization;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.PlateCamera.Hikvision;

/// <summary>What a person may say beside the bytes.</summary>
internal sealed record IsapiDecodeOptions(string? ContentType, DateTimeOffset Received, HikvisionPlace Place)
{
    public static IsapiDecodeOptions? Read(IReadOnlyDictionary<string, string> options, TimeProvider time, out DecodedFrame? failure)
    {
        failure = DecodeClock.Read(options, time, out var received, out var zone);

        var place = new HikvisionPlace
        {
            Device = options.GetValueOrDefault("device") ?? "device",
            Zone = zone,
            Heading = int.TryParse(options.GetValueOrDefault("heading"), CultureInfo.InvariantCulture, out int heading) ? heading : 9,
        };
        return failure is null ? new IsapiDecodeOptions(ContentTypeOf(options), received, place) : null;
    }

    private static string? ContentTypeOf(IReadOnlyDictionary<string, string> options) =>
        options.TryGetValue("boundary", out string? boundary) ? $"multipart/mixed; boundary=\"{boundary.Trim('"')}\"" : options.GetValueOrDefault("content-type");
}
