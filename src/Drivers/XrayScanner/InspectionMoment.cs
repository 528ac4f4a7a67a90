using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>When something happened, and who says so.</summary>
/// <param name="Time">With the offset of its source.</param>
/// <param name="From">The device, or the gateway when the device says nothing usable.</param>
/// <param name="Text">The device's own text where it is doubted, else null.</param>
internal readonly record struct InspectionMoment(DateTimeOffset Time, TimeOrigin From, string? Text)
{
    /// <summary>Older than what a link delays: it comes from the device's memory.</summary>
    private static readonly TimeSpan s_old = TimeSpan.FromSeconds(120);

    /// <param name="text">As on the wire, null when there is none.</param>
    /// <param name="zone">Assumed where it names none.</param>
    /// <param name="received">When the gateway had all of it.</param>
    /// <param name="flags">What had to be assumed or is doubted.</param>
    public static InspectionMoment Of(string? text, TimeSpan zone, DateTimeOffset received, FlagList flags)
    {
        if (DeviceTime.Read(text, zone) is not { } told)
        {
            flags.Add(text is not null, "TIME_FORMAT");
            return new InspectionMoment(received, TimeOrigin.Gateway, null);
        }

        flags.Add(told.ZoneAssumed, "ZONE_ASSUMED");
        string[] doubts = [.. ClockDoubt.Flags(told.Time, received, received - told.Time > s_old)];
        flags.AddRange(doubts);
        return new InspectionMoment(told.Time, TimeOrigin.Device, told.ZoneAssumed || doubts.Length > 0 ? text : null);
    }
}
