using System.Globalization;

namespace EdgeGateway.Protocol.Dicos;

/// <summary>A date with its time as DICOM writes them (xray.md section 1.3).</summary>
/// <param name="Text">As written; date and time with a blank between them.</param>
/// <param name="Local">Civil time; null when the text is none, or says no hour.</param>
/// <param name="Offset">Offset to UTC that the text names; null when it names none.</param>
public sealed record DicosMoment(string Text, DateTime? Local, TimeSpan? Offset)
{
    private const int DateDigits = 8;
    private const int Longest = 32;

    private static readonly string[] s_times = ["yyyyMMddHH", "yyyyMMddHHmm", "yyyyMMddHHmmss"];
    private static readonly TimeSpan s_widest = TimeSpan.FromHours(14);

    /// <param name="date">DA: YYYYMMDD; the old form with dots is read too.</param>
    /// <param name="time">TM: HHMMSS.frac, parts may be missing from the end; the old form with colons is read too.</param>
    /// <returns>Null when there is no date.</returns>
    public static DicosMoment? Of(string? date, string? time)
    {
        if (date is null)
        {
            return null;
        }

        string text = time is null ? date : $"{date} {time}";
        string digits = date.Replace(".", "", StringComparison.Ordinal) + time?.Replace(":", "", StringComparison.Ordinal);
        return new DicosMoment(text, text.Length > Longest ? null : Civil(digits), null);
    }

    /// <param name="text">DT: YYYYMMDDHHMMSS.ffffff&amp;ZZXX, parts may be missing.</param>
    public static DicosMoment? Of(string? text)
    {
        if (text is null || text.Length > Longest)
        {
            return text is null ? null : new DicosMoment(text, null, null);
        }

        int sign = text.AsSpan().IndexOfAny('+', '-');
        var offset = sign < 0 ? null : ZoneOf(text.AsSpan(sign));
        bool read = sign < 0 || offset is not null;
        return new DicosMoment(text, read ? Civil(sign < 0 ? text : text[..sign]) : null, offset);
    }

    /// <param name="text">Sign, two digits of hours, two of minutes.</param>
    /// <returns>Null when it is no such offset, or wider than 14 hours.</returns>
    public static TimeSpan? ZoneOf(ReadOnlySpan<char> text)
    {
        if (text.Length != 5 || text[0] is not ('+' or '-') || text[1..].ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        var size = new TimeSpan(int.Parse(text[1..3], CultureInfo.InvariantCulture), int.Parse(text[3..], CultureInfo.InvariantCulture), 0);
        return size > s_widest ? null : text[0] == '-' ? -size : size;
    }

    /// <param name="zone">Offset where the text names none.</param>
    /// <returns>Null when the text is no time, or of no time in that zone.</returns>
    public DateTimeOffset? At(TimeSpan zone)
    {
        long utc = (Local?.Ticks ?? long.MinValue / 2) - (Offset ?? zone).Ticks;
        return Local is { } local && utc >= DateTime.MinValue.Ticks && utc <= DateTime.MaxValue.Ticks ? new DateTimeOffset(local, Offset ?? zone) : null;
    }

    private static DateTime? Civil(string digits)
    {
        int dot = digits.IndexOf('.', StringComparison.Ordinal);
        string whole = dot < 0 ? digits : digits[..dot];
        if (whole.Length <= DateDigits || !DateTime.TryParseExact(whole, s_times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return null;
        }

        return dot < 0 ? time : Fraction(digits.AsSpan(dot + 1)) is { } ticks ? time.AddTicks(ticks) : null;
    }

    // Up to six digits by the standard; more are cut off.
    private static long? Fraction(ReadOnlySpan<char> digits)
    {
        if (digits.ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        long ticks = 0;
        for (int i = 0; i < 7; i++)
        {
            ticks = (ticks * 10) + (i < digits.Length ? digits[i] - '0' : 0);
        }

        return ticks;
    }
}
