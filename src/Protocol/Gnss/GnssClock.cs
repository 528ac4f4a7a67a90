namespace EdgeGateway.Protocol.Gnss;

/// <summary>What receivers and terminals get wrong about time (pdt-radio.md section 15, Q12 and Q13). Pure: now is passed in.</summary>
public static class GnssClock
{
    /// <summary>After so many days the week number of the satellites begins anew; an old receiver does not notice.</summary>
    private static readonly TimeSpan s_rollover = TimeSpan.FromDays(1024 * 7);

    private static readonly TimeSpan s_slack = TimeSpan.FromDays(1);

    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    /// <returns>The time that a receiver meant which lives 1024 weeks, or a multiple, in the past; null when it does not.</returns>
    public static DateTimeOffset? AfterRollover(DateTimeOffset told, DateTimeOffset now)
    {
        double turns = Math.Round((now - told) / s_rollover);
        return turns >= 1 && (now - told - (turns * s_rollover)).Duration() <= s_slack ? told + (turns * s_rollover) : null;
    }

    /// <summary>For a time that names no day: the day that puts it nearest to now.</summary>
    /// <param name="timeOfDay">In UTC.</param>
    /// <param name="now">By the gateway's clock.</param>
    public static DateTimeOffset NearestDay(TimeSpan timeOfDay, DateTimeOffset now)
    {
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero) + timeOfDay;
        double days = Math.Round((now - today) / s_day);
        return today + (days * s_day);
    }

    /// <summary>For a time that names no year: the year that puts it nearest to now.</summary>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">Of the month.</param>
    /// <param name="timeOfDay">In the terminal's zone.</param>
    /// <param name="zone">Of the terminal.</param>
    /// <param name="now">By the gateway's clock.</param>
    /// <returns>Null when no year near has such a day.</returns>
    public static DateTimeOffset? NearestYear(int month, int day, TimeSpan timeOfDay, TimeSpan zone, DateTimeOffset now)
    {
        if (month is < 1 or > 12 || day < 1 || timeOfDay < TimeSpan.Zero || timeOfDay >= s_day)
        {
            return null;
        }

        int year = now.ToOffset(zone).Year;
        return Enumerable.Range(year - 4, 9)
            .Where(one => one is >= 1 and <= 9998 && day <= DateTime.DaysInMonth(one, month))
            .Select(one => (DateTimeOffset?)(new DateTimeOffset(one, month, day, 0, 0, 0, zone) + timeOfDay))
            .MinBy(one => (one!.Value - now).Duration());
    }
}
