using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Hikvision;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Drivers.PlateCamera.Hikvision;

/// <summary>When the vehicle was captured, and who says so.</summary>
/// <param name="Time">With the offset of its source.</param>
/// <param name="From">The device, or the gateway when the device says nothing usable.</param>
/// <param name="Source"><c>absTime</c>, <c>event</c> or <c>receive</c>.</param>
/// <param name="Text">The device's own text where it had to be repaired or is doubted, else null.</param>
internal readonly record struct HikvisionTime(DateTimeOffset Time, TimeOrigin From, string Source, string? Text)
{
    /// <summary>The picture's absTime has milliseconds and no zone: it is taken when it is of the same day as dateTime (section 7).</summary>
    public static HikvisionTime Of(IsapiAlert alert, TimeSpan zone, DateTimeOffset received, bool history, FlagList flags)
    {
        string? text = alert.Root["dateTime"].Text;
        var told = DeviceTime.Read(text, zone);
        var dateTime = told?.Time;
        var abs = AbsTime(alert, dateTime, dateTime?.Offset ?? zone);
        flags.Add(text is not null && dateTime is null, "TIME_FORMAT");
        if ((abs ?? dateTime) is not { } time)
        {
            return new HikvisionTime(received, TimeOrigin.Gateway, "receive", text);
        }

        bool guessed = told is null or { ZoneAssumed: true };
        flags.Add(guessed, "ZONE_ASSUMED");
        string[] doubts = [.. ClockDoubt.Flags(time, received, history)];
        flags.AddRange(doubts);
        return new HikvisionTime(time, TimeOrigin.Device, abs is null ? "event" : "absTime", guessed || doubts.Length > 0 ? text : null);
    }

    private static DateTimeOffset? AbsTime(IsapiAlert alert, DateTimeOffset? dateTime, TimeSpan offset)
    {
        foreach (var picture in alert.Pictures)
        {
            if (DeviceTime.Civil(picture.Element["absTime"].Text) is { } local && (dateTime is null || dateTime.Value.Date == local.Date))
            {
                return DeviceTime.At(local, offset);
            }
        }

        return null;
    }
}
