using System.Globalization;
using System.Text.RegularExpressions;

namespace EdgeGateway.Protocol.Plates;

/// <summary>A time as cameras write it, in every form seen (plate-camera.md sections 2.4, 3.3 and 11.5): the one reader of all camera drivers.</summary>
/// <param name="Time">With the offset the text names, or the zone that was assumed; epochs carry the zone that was passed.</param>
/// <param name="Form">How it was written.</param>
/// <param name="ZoneAssumed">True when the text could have named its zone and did not (flag <c>ZONE_ASSUMED</c>). Digits never do: they are civil time by definition.</param>
public readonly partial record struct DeviceTime(DateTimeOffset Time, DeviceTimeForm Form, bool ZoneAssumed)
{
    private const int Longest = 40;
    private const long LeastEpoch = 1_000_000_000;
    private const long MostEpoch = 9_999_999_999;

    private static readonly TimeSpan s_widest = TimeSpan.FromHours(14);

    /// <param name="text">As on the wire; blanks around it do not count. At most 40 characters.</param>
    /// <param name="zone">Zone of the device where the text names none.</param>
    /// <returns>The time; null when the text is empty or no time.</returns>
    public static DeviceTime? Read(ReadOnlySpan<char> text, TimeSpan zone)
    {
        text = text.Trim();
        if (text.IsEmpty || text.Length > Longest)
        {
            return null;
        }

        if (text.IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return text.Length is 14 or 17 ? FromDigits(text, zone) : FromEpochText(text, zone);
        }

        return FromIso(text.ToString(), zone);
    }

    /// <param name="epoch">Since 1970, UTC: seconds with ten digits (2001 to 2286), milliseconds with thirteen.</param>
    /// <param name="zone">Offset to show it with.</param>
    /// <returns>Null when the number is no such time.</returns>
    public static DeviceTime? FromEpoch(long epoch, TimeSpan zone)
    {
        bool seconds = epoch is >= LeastEpoch and <= MostEpoch;
        return !seconds && epoch is < LeastEpoch * 1000 or > (MostEpoch * 1000) + 999 ? null
            : new DeviceTime(DateTimeOffset.FromUnixTimeMilliseconds(seconds ? epoch * 1000 : epoch).ToOffset(zone), DeviceTimeForm.Epoch, false);
    }

    /// <param name="digits">yyyyMMddHHmmss, with or without milliseconds.</param>
    /// <returns>The civil time without a zone, or null.</returns>
    public static DateTime? Civil(ReadOnlySpan<char> digits)
    {
        if (digits.Length is not (14 or 17))
        {
            return null;
        }

        string format = digits.Length == 17 ? "yyyyMMddHHmmssfff" : "yyyyMMddHHmmss";
        return DateTime.TryParseExact(digits, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }

    /// <summary>The first and last hours of the calendar have no place in every zone.</summary>
    public static DateTimeOffset? At(DateTime local, TimeSpan offset)
    {
        long utc = local.Ticks - offset.Ticks;
        return utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(local, offset);
    }

    private static DeviceTime? FromDigits(ReadOnlySpan<char> text, TimeSpan zone) =>
        Civil(text) is { } civil && At(civil, zone) is { } time ? new DeviceTime(time, DeviceTimeForm.Digits, false) : null;

    private static DeviceTime? FromEpochText(ReadOnlySpan<char> text, TimeSpan zone) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long epoch) ? FromEpoch(epoch, zone) : null;

    private static DeviceTime? FromIso(string text, TimeSpan zone)
    {
        if (Shape().Match(text) is not { Success: true } match)
        {
            return null;
        }

        string local = $"{match.Groups[1].ValueSpan} {match.Groups[2].ValueSpan}:{(match.Groups[3].Success ? match.Groups[3].ValueSpan : "00")}";
        if (!DateTime.TryParseExact(local, "yyyy-M-d H:m:s", CultureInfo.InvariantCulture, DateTimeStyles.None, out var civil))
        {
            return null;
        }

        bool named = match.Groups[5].Success;
        var offset = named ? Offset(match.Groups[5].ValueSpan) : zone;
        return offset.Duration() <= s_widest && At(civil.AddMilliseconds(Milliseconds(match.Groups[4].ValueSpan)), offset) is { } time
            ? new DeviceTime(time, DeviceTimeForm.Iso, !named) : null;
    }

    // Digits behind the third are cut off: a time is not made later than the device says.
    private static int Milliseconds(ReadOnlySpan<char> digits)
    {
        int value = 0;
        for (int i = 0; i < 3; i++)
        {
            value = (value * 10) + (i < digits.Length ? digits[i] - '0' : 0);
        }

        return value;
    }

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
