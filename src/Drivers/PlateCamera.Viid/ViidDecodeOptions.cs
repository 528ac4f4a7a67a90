using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Viid.Ids;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>What a person may say beside the bytes.</summary>
internal sealed record ViidDecodeOptions(string? ContentType, DateTimeOffset Received, ViidPlace Place)
{
    public static ViidDecodeOptions? Read(IReadOnlyDictionary<string, string> options, TimeProvider time, out DecodedFrame? failure)
    {
        failure = DecodeClock.Read(options, time, out var received, out var zone);

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
