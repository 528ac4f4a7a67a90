using System.Globalization;

namespace EdgeGateway.Drivers.Abstractions;

/// <summary>The options of <c>decode</c> that are the same for all protocols: <c>received</c>, when the bytes came, and <c>zone</c>, where the device is.</summary>
public static class DecodeClock
{
    private const string BadOption = "bad-option";

    /// <param name="options">As a person gave them.</param>
    /// <param name="time">Asked when nobody says when the bytes came.</param>
    /// <param name="received">When they came; where no zone stands beside it, UTC.</param>
    /// <returns>What is wrong with the option, or null.</returns>
    public static DecodedFrame? Read(IReadOnlyDictionary<string, string> options, TimeProvider time, out DateTimeOffset received)
    {
        received = time.GetUtcNow();
        return options.TryGetValue("received", out string? text) && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out received)
            ? DecodedFrame.Failed(BadOption, "received is no ISO 8601 time, for example 2026-11-22T03:32:00Z.")
            : null;
    }

    /// <param name="options">As a person gave them.</param>
    /// <param name="time">Asked when nobody says when the bytes came.</param>
    /// <param name="received">When they came.</param>
    /// <param name="zone">Of the device; default +08:00.</param>
    /// <returns>What is wrong with one of the two options, or null.</returns>
    public static DecodedFrame? Read(IReadOnlyDictionary<string, string> options, TimeProvider time, out DateTimeOffset received, out TimeSpan zone)
    {
        zone = TimeSpan.FromHours(8);
        return Read(options, time, out received)
            ?? (options.TryGetValue("zone", out string? text) && !TryZone(text, out zone) ? DecodedFrame.Failed(BadOption, "zone is no offset such as +08:00.") : null);
    }

    /// <summary>An offset such as <c>+08:00</c>, <c>8</c> or <c>Z</c>.</summary>
    private static bool TryZone(string text, out TimeSpan zone)
    {
        string digits = text.Trim().TrimStart('+', '-');
        digits = digits is "Z" or "z" ? "0:00" : digits.Contains(':') ? digits : digits + ":00";
        bool read = TimeSpan.TryParse(digits, CultureInfo.InvariantCulture, out zone);
        zone = text.TrimStart().StartsWith('-') ? -zone : zone;
        return read && zone.Duration() <= TimeSpan.FromHours(14);
    }
}
