using System.Globalization;
using EdgeGateway.Protocol.Hikvision;
using EdgeGateway.Protocol.Viid.Json;

namespace EdgeGateway.Protocol.Viid;

/// <summary>Times of VIID: civil time to the second, <c>yyyyMMddHHmmss</c>, without zone (plate-camera.md section 2.4).</summary>
public static class ViidTime
{
    private const string Digits = "yyyyMMddHHmmss";

    /// <summary>An epoch of so many digits is in seconds (2001 to 2286), three more are milliseconds.</summary>
    private const int EpochDigits = 10;

    /// <param name="value">A text or number; empty and null are no time.</param>
    /// <param name="zone">Zone of the peer.</param>
    /// <param name="strict">True when it has the form of the standard; other forms that were seen are read as well: with separators, ISO 8601, epoch in seconds or milliseconds.</param>
    /// <returns>The time with the zone it was read in, or null when there is none.</returns>
    public static DateTimeOffset? Parse(ViidValue value, TimeSpan zone, out bool strict) => Parse(value.Text, zone, out strict);

    /// <inheritdoc cref="Parse(ViidValue, TimeSpan, out bool)"/>
    public static DateTimeOffset? Parse(string? text, TimeSpan zone, out bool strict)
    {
        strict = text is { Length: 14 };
        text = text?.Trim();
        if (text is { Length: 14 or 17 } && DateTime.TryParseExact(text, text.Length == 14 ? Digits : Digits + "fff", CultureInfo.InvariantCulture, DateTimeStyles.None, out var civil))
        {
            return IsapiTime.At(civil, zone);
        }

        strict = false;
        return text is { Length: EpochDigits or EpochDigits + 3 } && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long epoch)
            ? Epoch(text.Length == EpochDigits ? epoch * 1000 : epoch).ToOffset(zone)
            : IsapiTime.Parse(text, zone, out _);
    }

    /// <summary>14 digits, in the zone given.</summary>
    public static string Write(DateTimeOffset time, TimeSpan zone) => time.ToOffset(zone).ToString(Digits, CultureInfo.InvariantCulture);

    private static DateTimeOffset Epoch(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
