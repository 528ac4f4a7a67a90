namespace EdgeGateway.Protocol.Plates;

/// <summary>
/// A time that a camera gives as an epoch which may be its wall time in disguise (plate-camera.md section 4.1, the clock
/// trap; TM07 and TM08).
/// </summary>
/// <param name="Time">When it was, with the device's zone as offset.</param>
/// <param name="UtcIsLocal">Flag <c>UTC_IS_LOCAL</c>: the epoch was the local wall time.</param>
/// <param name="Real">True when the device's own RealUTC told it.</param>
public readonly record struct EpochClock(DateTimeOffset Time, bool UtcIsLocal, bool Real)
{
    private const long QuarterHour = 900;
    private const long Widest = 14 * 3600;
    private const long SameSecond = 2;
    private const long NearReceipt = 90;

    /// <param name="utc">UTC in seconds, as the device says.</param>
    /// <param name="milliseconds">UTCMS; outside 0 to 999 it counts as 0.</param>
    /// <param name="real">RealUTC in seconds, or null.</param>
    /// <param name="wall">LocaleTime, the device's wall clock without a zone, or null.</param>
    /// <param name="zone">The device's zone by configuration.</param>
    /// <param name="received">By the gateway's clock.</param>
    /// <returns>Null when neither number is a time.</returns>
    public static EpochClock? Of(long? utc, int? milliseconds, long? real, DateTime? wall, TimeSpan zone, DateTimeOffset received)
    {
        int fraction = milliseconds is >= 0 and <= 999 ? milliseconds.Value : 0;
        if (real is { } right && At(right, fraction, zone) is { } realTime)
        {
            return new EpochClock(realTime, utc is { } told && IsZone(told - right), true);
        }

        if (utc is not { } seconds || At(seconds, fraction, zone) is not { } time)
        {
            return null;
        }

        bool local = zone != TimeSpan.Zero && IsWall(seconds, wall, zone, received.ToUnixTimeSeconds());
        return new EpochClock(local ? time - zone : time, local, false);
    }

    // The wall clock convinces unless the number as it is was just received; without one, the receipt must fit.
    private static bool IsWall(long seconds, DateTime? wall, TimeSpan zone, long received)
    {
        long zoneSeconds = (long)zone.TotalSeconds;
        return wall is { } shown
            ? Math.Abs(Seconds(shown) - seconds) <= SameSecond && Math.Abs(seconds - received) > NearReceipt
            : Math.Abs(seconds - zoneSeconds - received) <= NearReceipt && Math.Abs(seconds - received) > NearReceipt;
    }

    private static bool IsZone(long difference)
    {
        long size = Math.Abs(difference);
        long rest = size % QuarterHour;
        return size is >= QuarterHour - SameSecond and <= Widest && (rest <= SameSecond || rest >= QuarterHour - SameSecond);
    }

    private static long Seconds(DateTime wall) => (wall.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;

    private static DateTimeOffset? At(long seconds, int milliseconds, TimeSpan zone) =>
        DeviceTime.FromEpoch(seconds, zone) is { } read && seconds < 10_000_000_000 ? read.Time.AddMilliseconds(milliseconds) : null;
}
