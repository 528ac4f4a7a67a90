using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Viid.Ids;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>What a person may say beside the bytes.</summary>
internal sealed record ViidDecodeOptions(string? ContentType, DateTimeOffset Received, ViidPlace Place)
{
    public static ViidDecodeOptions? Read(IReadOnlyDictionary<string, string> options, TimeProvider time, out DecodedFrame? failure)
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

        var place = new ViidPlace
        {
            Device = options.GetValueOrDefault("device") ?? "device",
            DeviceId = ViidDeviceCode.Parse(options.GetValueOrDefault("deviceId"))?.Text,
            Zone = zone,
            Heading = int.TryParse(options.GetValueOrDefault("heading"), CultureInfo.InvariantCulture, out int heading) ? heading : 9,
            Headings = options.GetValueOrDefault("headings") == "regional" ? ViidHeadings.Regional : ViidHeadings.Standard,
            Ids = new ViidIdGenerator(),
        };
        return failure is null ? new ViidDecodeOptions(options.GetValueOrDefault("content-type"), received, place) : null;
    }
}
