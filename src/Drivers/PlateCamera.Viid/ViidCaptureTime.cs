using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PlateCamera;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Plates;
using EdgeGateway.Protocol.Viid;
using EdgeGateway.Protocol.Viid.Json;
using EdgeGateway.Protocol.Viid.Objects;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>When the vehicle passed: PassTime, else the ShotTime of the vehicle's picture, else MarkTime (plate-camera.md sections 2.6 and 7).</summary>
/// <param name="Time">With the offset it was read in.</param>
/// <param name="From">The device, or the gateway when the device says nothing usable.</param>
/// <param name="Source"><c>event</c>, <c>image</c> or <c>receive</c>.</param>
/// <param name="Text">The device's own text where it had to be repaired or is doubted, else null.</param>
internal readonly record struct ViidCaptureTime(DateTimeOffset Time, TimeOrigin From, string Source, string? Text)
{
    public static ViidCaptureTime Of(ViidValue vehicle, TimeSpan zone, DateTimeOffset received, FlagList flags)
    {
        string? unread = null;
        foreach (var (value, source) in Candidates(vehicle))
        {
            if (ViidTime.Parse(value, zone, out bool strict) is { } time)
            {
                flags.Add(!strict, "TIME_FORMAT");
                string[] doubts = [.. ClockDoubt.Flags(time, received, false)];
                flags.AddRange(doubts);
                return new ViidCaptureTime(time, TimeOrigin.Device, source, strict && doubts.Length == 0 ? unread : value.Text);
            }

            flags.Add(value.Text is not null, "TIME_FORMAT");
            unread ??= value.Text;
        }

        return new ViidCaptureTime(received, TimeOrigin.Gateway, "receive", unread);
    }

    private static IEnumerable<(ViidValue Value, string Source)> Candidates(ViidValue vehicle)
    {
        yield return (vehicle["PassTime"], "event");
        foreach (var image in vehicle["SubImageList"]["SubImageInfoObject"].Objects())
        {
            if (ViidImageTypes.Known(image["Type"].Text) == ViidImageTypes.Vehicle)
            {
                yield return (image["ShotTime"], "image");
            }
        }

        yield return (vehicle["MarkTime"], "event");
    }
}
