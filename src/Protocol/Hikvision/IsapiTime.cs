using System.Globalization;
using System.Text.RegularExpressions;

namespace EdgeGateway.Protocol.Hikvision;

/// <summary>Times as ISAPI writes them (plate-camera.md section 3.3): with and without seconds, milliseconds, zone, one-digit hours of zone.</summary>
public static partial class IsapiTime
{
    private static readonly TimeSpan s_widest = TimeSpan.FromHours(14);

    /// <param name="text">dateTime as written.</param>
    /// <param name="zone">Zone to assume where the text has none.</param>
    /// <param name="zoneAssumed">True when that was needed.</param>
    /// <returns>The time, or null when it is none.</returns>
    public static DateTimeOffset? Parse(string? text, TimeSpan zone, out bool zoneAssumed)
    {
        zoneAssumed = false;
        if (text is null || text.Length > 40 || Shape().Match(text.Trim()) is not { Success: true } match)
        {
            return null;
        }

        string local = $"{match.Groups[1].ValueSpan} {match.Groups[2].ValueSpan}:{Seconds(match)}";
        if (!DateTime.TryParseExact(local, "yyyy-M-d H:m:s", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return null;
        }

        var offset = match.Groups[5].Success ? Offset(match.Groups[5].ValueSpan) : zone;
        zoneAssumed = !match.Groups[5].Success;
        return offset.Duration() > s_widest ? null : At(time.AddMilliseconds(Fraction(match.Groups[4].ValueSpan)), offset);
    }

    /// <param name="text">absTime: 17 digits to the millisecond, or 14 to the second, in the device's zone.</param>
    /// <returns>The local time, or null when it is none.</returns>
    public static DateTime? ParseAbs(string? text)
    {
        if (text is not { Length: 14 or 17 })
        {
            return null;
        }

        string format = text.Length == 17 ? "yyyyMMddHHmmssfff" : "yyyyMMddHHmmss";
        return DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }

    /// <summary>The first and last hours of the calendar have no place in every zone.</summary>
    public static DateTimeOffset? At(DateTime local, TimeSpan offset)
    {
        long utc = local.Ticks - offset.Ticks;
        return utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(local, offset);
    }

    private static string Seconds(Match match) => match.Groups[3].Success ? match.Groups[3].Value : "00";

    private static double Fraction(ReadOnlySpan<char> digits) =>
        digits.IsEmpty ? 0 : Math.Floor(double.Parse($"0.{digits}", CultureInfo.InvariantCulture) * 1000 + 1e-6);

    private static TimeSpan Offset(ReadOnlySpan<char> text)
    {
        if (text is ['Z' or 'z'])
        {
            return TimeSpan.Zero;
        }

        var digits = text[1..];
        int colon = digits.IndexOf(':');
        var hours = colon >= 0 ? digits[..colon] : digits.Length > 2 ? digits[..^2] : digits;
        var minutes = colon >= 0 ? digits[(colon + 1)..] : digits.Length > 2 ? digits[^2..] : "0";
        var size = new TimeSpan(int.Parse(hours, CultureInfo.InvariantCulture), int.Parse(minutes, CultureInfo.InvariantCulture), 0);
        return text[0] == '-' ? -size : size;
    }

    [GeneratedRegex(@"^([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})[T ]([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:[.,]([0-9]{1,9}))?)?\s*(Z|z|[+-][0-9]{1,2}(?::?[0-9]{2})?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
