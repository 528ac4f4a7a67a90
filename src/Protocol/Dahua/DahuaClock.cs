namespace EdgeGateway.Protocol.Dahua;

/// <summary>
/// When an event happened. Some models write their local wall time into UTC as if it were an epoch, while RealUTC is right;
/// on others both are equal (plate-camera.md section 4.1, clock trap).
/// </summary>
/// <param name="Time">In the camera's zone; null when it says nothing usable.</param>
/// <param name="Source"><c>realUtc</c> or <c>event</c>.</param>
/// <param name="Text">The camera's own number or text.</param>
/// <param name="UtcIsLocal">Flag <c>UTC_IS_LOCAL</c>.</param>
/// <param name="Broken">Flag <c>TIME_FORMAT</c>: a field of time is there that cannot be read.</param>
public readonly record struct DahuaClock(DateTimeOffset? Time, string Source, string? Text, bool UtcIsLocal, bool Broken)
{
    private const long LastSecond = 253_402_300_799 - (14 * 3600);

    /// <summary>Zones differ by quarters of an hour, clocks of cameras by less.</summary>
    private static readonly TimeSpan s_near = TimeSpan.FromMinutes(7.5);
    private static readonly TimeSpan s_same = TimeSpan.FromSeconds(2);

    /// <param name="data">Fields of an event.</param>
    /// <param name="zone">The camera's zone.</param>
    /// <param name="received">By the gateway's clock.</param>
    public static DahuaClock Of(DahuaNode data, TimeSpan zone, DateTimeOffset received)
    {
        var utc = Either(data, "UTC");
        var real = Either(data, "RealUTC");
        var milliseconds = Either(data, "UTCMS");
        bool broken = IsBroken(utc) || IsBroken(real) || (milliseconds.Text is not null && Milliseconds(milliseconds) is null);
        if (Seconds(real, milliseconds, zone) is { } right)
        {
            bool shifted = Seconds(utc, milliseconds, zone) is { } told && IsZone(told - right);
            return new DahuaClock(right, "realUtc", utc.Text, shifted, broken);
        }

        var locale = Either(data, "LocaleTime");
        var local = DahuaTimes.Parse(locale.Text, zone);
        broken |= locale.Text is not null && local is null;
        return Seconds(utc, milliseconds, zone) is { } only
            ? Checked(only, local, zone, received, utc.Text) with { Broken = broken }
            : new DahuaClock(local, "event", locale.Text ?? utc.Text, false, broken);
    }

    // LocaleTime is the wall clock: UTC that reads the same as an epoch is no UTC. Without it only the gateway's own clock can tell.
    private static DahuaClock Checked(DateTimeOffset utc, DateTimeOffset? local, TimeSpan zone, DateTimeOffset received, string? text)
    {
        var shifted = utc - zone;
        bool isLocal = zone != TimeSpan.Zero && (local is { } wall ? (shifted - wall).Duration() <= s_same
            : zone > TimeSpan.Zero && (shifted - received).Duration() <= s_near);
        return new DahuaClock(isLocal ? shifted : utc, "event", text, isLocal, false);
    }

    private static bool IsZone(TimeSpan difference) =>
        difference.Duration() is { TotalMinutes: >= 15 and <= 14 * 60 } size && size.Ticks % TimeSpan.FromMinutes(15).Ticks == 0;

    private static DahuaNode Either(DahuaNode data, string name) => data[name].Text is not null ? data[name] : data["TrafficCar"][name];

    private static bool IsBroken(DahuaNode seconds) => seconds.Text is not null && Whole(seconds) is null;

    private static DateTimeOffset? Seconds(DahuaNode seconds, DahuaNode milliseconds, TimeSpan zone) =>
        Whole(seconds) is { } whole and > 0
            ? DateTimeOffset.FromUnixTimeSeconds(whole).AddMilliseconds(Milliseconds(milliseconds) ?? 0).ToOffset(zone) : null;

    // JSON of some firmware writes whole seconds with a fraction.
    private static long? Whole(DahuaNode node) =>
        (node.Whole() ?? (node.Number() is { } number and >= 0 and < LastSecond ? (long)number : null)) is { } value and >= 0 and <= LastSecond ? value : null;

    private static int? Milliseconds(DahuaNode node) => node.Whole() is { } value and >= 0 and <= 999 ? (int)value : null;
}
