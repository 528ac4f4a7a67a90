using System.Globalization;

namespace EdgeGateway.Sim.Settings;

/// <summary>Durations as a person writes them: <c>200ms</c>, <c>30s</c>, <c>5m</c>, <c>1h</c>, with a minus where that makes sense.</summary>
public static class DurationText
{
    private static readonly (string Unit, double Seconds)[] s_units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("d", 86400)];

    public static bool TryRead(string text, out TimeSpan span)
    {
        span = default;
        foreach ((string unit, double seconds) in s_units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(text.AsSpan(0, text.Length - unit.Length), CultureInfo.InvariantCulture, out double value)
                && Math.Abs(value * seconds) < 1e9)
            {
                span = TimeSpan.FromSeconds(value * seconds);
                return true;
            }
        }

        return false;
    }
}
