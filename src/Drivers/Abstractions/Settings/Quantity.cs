using System.Globalization;
using System.Text.RegularExpressions;

namespace EdgeGateway.Drivers.Abstractions.Settings;

/// <summary>Durations and sizes as a person writes them: <c>"30s"</c>, <c>"20GB"</c>.</summary>
public static partial class Quantity
{
    /// <param name="text">A number and one of ms, s, m, h, d.</param>
    /// <param name="value">The duration.</param>
    /// <returns>False when it is not one.</returns>
    public static bool TryDuration(string text, out TimeSpan value)
    {
        value = default;
        var match = Shape().Match(text);
        double? unit = match.Groups["unit"].Value switch { "ms" => 1, "s" => 1e3, "m" => 6e4, "h" => 3.6e6, "d" => 8.64e7, _ => null };
        if (!match.Success || unit is null || Number(match) * unit > TimeSpan.MaxValue.TotalMilliseconds / 2)
        {
            return false;
        }

        value = TimeSpan.FromMilliseconds(Number(match) * unit.Value);
        return true;
    }

    /// <param name="text">A number and one of B, KB, MB, GB, TB (powers of 1024).</param>
    /// <param name="bytes">The size in bytes.</param>
    /// <returns>False when it is not one.</returns>
    public static bool TrySize(string text, out long bytes)
    {
        bytes = 0;
        var match = Shape().Match(text);
        int power = match.Success ? Array.IndexOf(["B", "KB", "MB", "GB", "TB"], match.Groups["unit"].Value.ToUpperInvariant()) : -1;
        double value = power < 0 ? -1 : Number(match) * Math.Pow(1024, power);
        if (value is < 0 or > long.MaxValue / 2)
        {
            return false;
        }

        bytes = (long)value;
        return true;
    }

    public static string Write(TimeSpan value) => value switch
    {
        { TotalDays: >= 1 } when value.Ticks % TimeSpan.TicksPerDay == 0 => Invariant(value.TotalDays, "d"),
        { TotalHours: >= 1 } when value.Ticks % TimeSpan.TicksPerHour == 0 => Invariant(value.TotalHours, "h"),
        { TotalMinutes: >= 1 } when value.Ticks % TimeSpan.TicksPerMinute == 0 => Invariant(value.TotalMinutes, "m"),
        { TotalSeconds: >= 1 } when value.Ticks % TimeSpan.TicksPerSecond == 0 => Invariant(value.TotalSeconds, "s"),
        _ => Invariant(value.TotalMilliseconds, "ms"),
    };

    public static string Write(long bytes)
    {
        int power = 0;
        while (power < 4 && bytes >= 1024 && bytes % 1024 == 0)
        {
            bytes /= 1024;
            power++;
        }

        return Invariant(bytes, ((string[])["B", "KB", "MB", "GB", "TB"])[power]);
    }

    private static double Number(Match match) => double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);

    private static string Invariant(double number, string unit) => number.ToString(CultureInfo.InvariantCulture) + unit;

    [GeneratedRegex("^(?<number>[0-9]{1,12}(\\.[0-9]{1,3})?)\\s?(?<unit>[A-Za-z]{1,2})\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
