using System.Globalization;
using EdgeGateway.Sim.Cameras;

namespace EdgeGateway.Sim.Twins.PlateCamera.Hikvision;

/// <summary>What the camera's clock shows at a true moment, and which moment a reader must take from it.</summary>
/// <param name="DateTime">Text of dateTime.</param>
/// <param name="AbsTime">Text of absTime, local digits with milliseconds (section 3.3).</param>
/// <param name="AsTold">The moment these texts name; a text without zone is local time at +08:00.</param>
public sealed record CameraTime(string DateTime, string AbsTime, DateTimeOffset AsTold)
{
    private static readonly TimeSpan s_beijing = TimeSpan.FromHours(8);

    /// <param name="truth">True time.</param>
    /// <param name="profile">Offset, zone and form.</param>
    /// <param name="absTime">False when no picture will carry absTime, so that only dateTime can be read.</param>
    public static CameraTime Of(DateTimeOffset truth, CameraProfile profile, bool absTime)
    {
        // A plate that comes before its pictures has no absTime; both messages must name the same moment.
        bool precise = profile.Milliseconds || profile.HasMoreData;
        DateTime local = (truth + profile.ClockOffset).UtcDateTime + s_beijing;
        if (!absTime && !precise)
        {
            local = local.AddTicks(-(local.Ticks % TimeSpan.TicksPerSecond));
        }

        (string suffix, TimeSpan zone) = Zone(profile.Zone);
        string form = precise ? "yyyy-MM-dd'T'HH:mm:ss.fff" : "yyyy-MM-dd'T'HH:mm:ss";
        return new CameraTime(
            local.ToString(form, CultureInfo.InvariantCulture) + suffix,
            local.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture),
            new DateTimeOffset(System.DateTime.SpecifyKind(local - zone, DateTimeKind.Utc)));
    }

    private static (string Suffix, TimeSpan Zone) Zone(ZoneForm form) => form switch
    {
        ZoneForm.Absent => ("", s_beijing),
        ZoneForm.Wrong => ("+07:00", TimeSpan.FromHours(7)),
        ZoneForm.LocalAsUtc => ("Z", TimeSpan.Zero),
        _ => ("+08:00", s_beijing),
    };
}
