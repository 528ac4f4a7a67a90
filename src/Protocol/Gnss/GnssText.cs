using System.Globalization;

namespace EdgeGateway.Protocol.Gnss;

/// <summary>Texts that satellite receivers write, in NMEA and in the reports of radios (pdt-radio.md sections 6.1 and 11). An empty field is unknown, never 0.</summary>
public static class GnssText
{
    /// <summary>Longer ones are no number of a receiver.</summary>
    private const int Longest = 16;

    /// <param name="text"><c>ddmm.mmmm</c> with any number of decimals.</param>
    /// <param name="hemisphere"><c>N</c> or <c>S</c>.</param>
    /// <returns>Degrees, north positive; null when unknown, malformed or above 90.</returns>
    public static double? Latitude(ReadOnlySpan<char> text, ReadOnlySpan<char> hemisphere) => Angle(text, 2, 90, hemisphere is "N", hemisphere is "S");

    /// <param name="text"><c>dddmm.mmmm</c> with any number of decimals.</param>
    /// <param name="hemisphere"><c>E</c> or <c>W</c>.</param>
    /// <returns>Degrees, east positive; null when unknown, malformed or above 180.</returns>
    public static double? Longitude(ReadOnlySpan<char> text, ReadOnlySpan<char> hemisphere) => Angle(text, 3, 180, hemisphere is "E", hemisphere is "W");

    /// <returns>A number without sign, its point in any place; null when unknown.</returns>
    public static double? Number(ReadOnlySpan<char> text) =>
        text.Length <= Longest && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) ? value : null;

    /// <returns>0 to below 360; null when unknown or out of range.</returns>
    public static double? Course(ReadOnlySpan<char> text) => Number(text) is { } value and < 360 ? value : null;

    /// <param name="time"><c>hhmmss</c>, decimals allowed.</param>
    /// <param name="date"><c>ddmmyy</c>, of this century.</param>
    /// <returns>In UTC; null when either is unknown or no time. A leap second counts as the second before it.</returns>
    public static DateTimeOffset? Moment(ReadOnlySpan<char> time, ReadOnlySpan<char> date)
    {
        if (Digits(date, 6) is not { } days || TimeOfDay(time) is not { } ofDay)
        {
            return null;
        }

        var (day, month, year) = (days / 10_000, days / 100 % 100, 2000 + (days % 100));
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero) + ofDay : null;
    }

    /// <param name="time"><c>hhmmss</c>, decimals allowed.</param>
    public static TimeSpan? TimeOfDay(ReadOnlySpan<char> time)
    {
        if (time.Length < 6 || Digits(time[..6], 6) is not { } whole)
        {
            return null;
        }

        var (hour, minute, second) = (whole / 10_000, whole / 100 % 100, Math.Min(59, whole % 100));
        double? part = time.Length == 6 ? 0 : time[6] == '.' ? Number(string.Concat("0", time[6..])) : null;
        return hour <= 23 && minute <= 59 && whole % 100 <= 60 && part is { } decimals
            ? new TimeSpan(0, hour, minute, second) + TimeSpan.FromTicks((long)Math.Round(decimals * TimeSpan.TicksPerSecond)) : null;
    }

    /// <summary>Degrees and minutes to 1/10000 minute, without the hemisphere.</summary>
    public static string Write(double degrees, int digits)
    {
        long parts = (long)Math.Round((decimal)Math.Abs(degrees) * 600_000m);
        string whole = (parts / 600_000).ToString(digits == 2 ? "00" : "000", CultureInfo.InvariantCulture);
        return whole + (parts % 600_000 / 10_000m).ToString("00.0000", CultureInfo.InvariantCulture);
    }

    private static double? Angle(ReadOnlySpan<char> text, int degreeDigits, int most, bool positive, bool negative)
    {
        if (!(positive || negative) || text.Length < degreeDigits + 2 || Digits(text[..(degreeDigits + 2)], degreeDigits + 2) is not { } whole)
        {
            return null;
        }

        bool pointIsRight = text.Length == degreeDigits + 2 || text[degreeDigits + 2] == '.';
        double minutes = Number(text[degreeDigits..]) ?? 60;
        double degrees = (whole / 100) + (minutes / 60);
        return !pointIsRight || minutes >= 60 || degrees > most ? null : negative ? 0 - degrees : degrees;
    }

    private static int? Digits(ReadOnlySpan<char> text, int count) =>
        text.Length == count && text.IndexOfAnyExceptInRange('0', '9') < 0 ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}
