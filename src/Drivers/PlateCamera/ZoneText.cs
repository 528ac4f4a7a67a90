using System.Globalization;

namespace EdgeGateway.Drivers.PlateCamera;

/// <summary>Reads an offset such as <c>+08:00</c>, <c>8</c> or <c>Z</c> that a person typed.</summary>
internal static class ZoneText
{
    public static bool TryRead(string text, out TimeSpan zone)
    {
        string digits = text.Trim().TrimStart('+', '-');
        digits = digits is "Z" or "z" ? "0:00" : digits.Contains(':') ? digits : digits + ":00";
        bool read = TimeSpan.TryParse(digits, CultureInfo.InvariantCulture, out zone);
        zone = text.TrimStart().StartsWith('-') ? -zone : zone;
        return read && zone.Duration() <= TimeSpan.FromHours(14);
    }
}
