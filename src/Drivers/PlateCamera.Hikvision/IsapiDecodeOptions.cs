using System.Globalization;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.PlateCamera.Hikvision;

/// <summary>What a person may say beside the bytes.</summary>
internal sealed record IsapiDecodeOptions(string? ContentType, DateTimeOffset Received, HikvisionPlace Place)
{
    public static IsapiDecodeOptions? Read(IReadOnlyDictionary<string, string> options, TimeProvider time, out DecodedFrame? failure)
    {
        failure = null;
        var received = time.GetUtcNow();
        if (options.TryGetValue("received", out string? text)
            && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out received))
        {
            failure = DecodedFrame.Failed("bad-option", "received is no ISO 8601 time, for example 2026-11-22T03:32:00Z.");
        }

        var zone = TimeSpan.FromHours(8);
        if (options.TryGetValue("zone", out text) && !ZoneText.TryRead(text, out zone))
        {
            failure = DecodedFrame.Failed("bad-option", "zone is no offset such as +08:00.");
        }

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
