using System.Text.RegularExpressions;

namespace EdgeGateway.Tests.Platform;

/// <summary>Quantities carry their unit in the name (contract section 2); here is what the endings mean.</summary>
internal static class UnitWords
{
    private static readonly (string Ending, string Unit)[] s_units =
    [
        ("PercentPerHour", "% an hour"), ("UsvH", "µSv/h"), ("Kmh", "km/h"), ("Mps", "m/s"), ("Dbm", "dBm"), ("Percent", "%"),
        ("Seconds", "s"), ("Hours", "h"), ("Deg", "degrees"), ("Rpm", "turns a minute"), ("Fen", "fen"), ("Kv", "kV"), ("Ma", "mA"), ("Mm", "mm"), ("Ms", "ms"),
        ("S", "s"), ("M", "m"), ("C", "°C"), ("V", "V"), ("A", "A"), ("G", "g"),
    ];

    /// <summary>A speed of a belt; everywhere else this ending is milliseconds.</summary>
    private const string BeltSpeed = "BeltSpeedMs";

    /// <returns>The unit, null for what is no quantity; and the name in words without it, for members whose name says all.</returns>
    public static (string? Unit, string Name) Of(string property)
    {
        var (ending, unit) = Array.Find(s_units, one => property == one.Ending || (property.EndsWith(one.Ending, StringComparison.Ordinal) && char.IsLower(property[^(one.Ending.Length + 1)])));
        return ending is null ? (null, InWords(property))
            : ending == property ? (ending.Length > 2 ? unit : null, InWords(property))
            : (property == BeltSpeed ? "m/s" : unit, InWords(property[..^ending.Length]));
    }

    private static string InWords(string name)
    {
        string words = Regex.Replace(name, "(?<=[a-z])(?=[A-Z])", " ").ToLowerInvariant();
        return char.ToUpperInvariant(words[0]) + words[1..] + ".";
    }
}
