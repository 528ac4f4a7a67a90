using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Protocol.Dahua;

/// <summary>When an event happened, by the first of RealUTC, UTC and LocaleTime that can be read (plate-camera.md section 7; the clock trap of 4.1).</summary>
/// <param name="Time">In the camera's zone; null when it says nothing usable.</param>
/// <param name="Source"><c>realUtc</c> or <c>event</c>.</param>
/// <param name="Text">The camera's own number or text.</param>
/// <param name="UtcIsLocal">Flag <c>UTC_IS_LOCAL</c>.</param>
/// <param name="Broken">Flag <c>TIME_FORMAT</c>: a field of time is there that cannot be read.</param>
public readonly record struct DahuaClock(DateTimeOffset? Time, string Source, string? Text, bool UtcIsLocal, bool Broken)
{
    /// <param name="data">Fields of an event.</param>
    /// <param name="zone">The camera's zone.</param>
    /// <param name="received">By the gateway's clock.</param>
    public static DahuaClock Of(DahuaNode data, TimeSpan zone, DateTimeOffset received)
    {
        var (utc, real, milliseconds, locale) = (Either(data, "UTC"), Either(data, "RealUTC"), Either(data, "UTCMS"), Either(data, "LocaleTime"));
        var wall = DahuaTimes.Parse(locale.Text, zone);
        bool broken = IsBroken(utc, Whole(utc)) || IsBroken(real, Whole(real)) || IsBroken(milliseconds, Milliseconds(milliseconds)) || (locale.Text is not null && wall is null);
        return EpochClock.Of(Whole(utc), (int?)Milliseconds(milliseconds), Whole(real), wall?.DateTime, zone, received) is { } clock
            ? new DahuaClock(clock.Time, clock.Real ? "realUtc" : "event", utc.Text, clock.UtcIsLocal, broken)
            : new DahuaClock(wall, "event", locale.Text ?? utc.Text, false, broken);
    }

    private static DahuaNode Either(DahuaNode data, string name) => data[name].Text is not null ? data[name] : data["TrafficCar"][name];

    private static bool IsBroken(DahuaNode node, long? value) => node.Text is not null && value is null;

    // JSON of some firmware writes whole seconds with a fraction.
    private static long? Whole(DahuaNode node) => node.Whole() ?? (node.Number() is { } number and >= 0 and < 1e11 ? (long)number : null);

    private static long? Milliseconds(DahuaNode node) => node.Whole() is { } value and >= 0 and <= 999 ? value : null;
}
