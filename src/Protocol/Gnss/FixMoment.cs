using System.Globalization;

namespace EdgeGateway.Protocol.Gnss;

/// <summary>When a fix was taken, as far as it can be believed.</summary>
/// <param name="Time">Corrected when the receiver lives 1024 weeks behind; null when it told none that can be believed.</param>
/// <param name="Raw">What it told, when that was corrected or cannot be believed: ISO 8601 when it is a time at all, else its own text.</param>
/// <param name="Flag"><see cref="WeekRollover"/>, <see cref="Future"/>, <see cref="Unreadable"/> or null.</param>
public readonly record struct FixMoment(DateTimeOffset? Time, string? Raw, string? Flag)
{
    /// <summary>The time was 1024 weeks, or a multiple, too early and was corrected.</summary>
    public const string WeekRollover = "WEEK_ROLLOVER";

    /// <summary>The time lies more than a day ahead: nobody has been there yet.</summary>
    public const string Future = "CLOCK_FUTURE";

    /// <summary>There is a text where the time should be, and it is no time.</summary>
    public const string Unreadable = "FIX_TIME_UNREADABLE";

    private static readonly TimeSpan s_ahead = TimeSpan.FromDays(1);

    /// <param name="time"><c>hhmmss</c>, decimals allowed; null or empty when unknown.</param>
    /// <param name="date"><c>ddmmyy</c>; null or empty when unknown.</param>
    /// <param name="now">When it was received, by the gateway's clock.</param>
    public static FixMoment Of(string? time, string? date, DateTimeOffset now)
    {
        if (GnssText.Moment(time, date) is { } told)
        {
            return Of(told, now);
        }

        string text = $"{date} {time}".Trim();
        return text.Length == 0 ? default : new FixMoment(null, text, Unreadable);
    }

    /// <param name="told">As the receiver tells it.</param>
    /// <param name="now">When it was received, by the gateway's clock.</param>
    public static FixMoment Of(DateTimeOffset told, DateTimeOffset now)
    {
        // A year has two digits: what fell behind by two turns of the counter reads as of the end of this century.
        var corrected = GnssClock.AfterRollover(told, now) ?? (told > now + s_ahead && told.Year > 100 ? GnssClock.AfterRollover(told.AddYears(-100), now) : null);
        string raw = told.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFZ", CultureInfo.InvariantCulture);
        return corrected is { } right ? new FixMoment(right, raw, WeekRollover)
            : told > now + s_ahead ? new FixMoment(null, raw, Future)
            : new FixMoment(told, null, null);
    }
}
