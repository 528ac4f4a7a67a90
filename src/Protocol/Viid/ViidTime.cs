using System.Globalization;
using EdgeGateway.Protocol.Plates;
using EdgeGateway.Protocol.Viid.Json;

namespace EdgeGateway.Protocol.Viid;

/// <summary>Times of VIID: civil time to the second, <c>yyyyMMddHHmmss</c>, without zone (plate-camera.md section 2.4).</summary>
public static class ViidTime
{
    private const string Digits = "yyyyMMddHHmmss";

    /// <param name="value">A text or number; empty and null are no time.</param>
    /// <param name="zone">Zone of the peer.</param>
    /// <param name="strict">True when it has the form of the standard; other forms that were seen are read as well: with separators, ISO 8601, epoch in seconds or milliseconds.</param>
    /// <returns>The time with the zone it was read in, or null when there is none.</returns>
    public static DateTimeOffset? Parse(ViidValue value, TimeSpan zone, out bool strict) => Parse(value.Text, zone, out strict);

    /// <inheritdoc cref="Parse(ViidValue, TimeSpan, out bool)"/>
    public static DateTimeOffset? Parse(string? text, TimeSpan zone, out bool strict)
    {
        strict = text is { Length: 14 } && DeviceTime.Civil(text) is not null;
        return DeviceTime.Read(text, zone)?.Time;
    }

    /// <summary>14 digits, in the zone given.</summary>
    public static string Write(DateTimeOffset time, TimeSpan zone) => time.ToOffset(zone).ToString(Digits, CultureInfo.InvariantCulture);
}
