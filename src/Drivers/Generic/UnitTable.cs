namespace EdgeGateway.Drivers.Generic;

/// <summary>Units that can be converted into each other (SI Brochure, 9th edition; US and nautical units as defined by it).</summary>
internal static class UnitTable
{
    private static readonly Dictionary<string, Unit> s_units = new(StringComparer.Ordinal)
    {
        ["K"] = new("temperature"),
        ["C"] = new("temperature", 1, 273.15),
        ["F"] = new("temperature", 5.0 / 9, 459.67 * 5 / 9),
        ["m/s"] = new("speed"),
        ["km/h"] = new("speed", 1 / 3.6),
        ["kn"] = new("speed", 1852.0 / 3600),
        ["mph"] = new("speed", 0.44704),
        ["ft/s"] = new("speed", 0.3048),
        ["m"] = new("length"),
        ["mm"] = new("length", 1e-3),
        ["cm"] = new("length", 1e-2),
        ["km"] = new("length", 1e3),
        ["in"] = new("length", 0.0254),
        ["ft"] = new("length", 0.3048),
        ["mi"] = new("length", 1609.344),
        ["mm/h"] = new("rain"),
        ["in/h"] = new("rain", 25.4),
        ["Pa"] = new("pressure"),
        ["hPa"] = new("pressure", 100),
        ["kPa"] = new("pressure", 1e3),
        ["mbar"] = new("pressure", 100),
        ["bar"] = new("pressure", 1e5),
        ["mmHg"] = new("pressure", 133.322387415),
        ["inHg"] = new("pressure", 3386.389),
        ["1"] = new("share"),
        ["%"] = new("share", 0.01),
        ["deg"] = new("angle"),
        ["rad"] = new("angle", 180 / Math.PI),
        ["s"] = new("time"),
        ["ms"] = new("time", 1e-3),
        ["min"] = new("time", 60),
        ["h"] = new("time", 3600),
        ["Sv/h"] = new("dose rate"),
        ["mSv/h"] = new("dose rate", 1e-3),
        ["uSv/h"] = new("dose rate", 1e-6),
        ["nSv/h"] = new("dose rate", 1e-9),
        ["cps"] = new("count rate"),
        ["cpm"] = new("count rate", 1.0 / 60),
        ["kg"] = new("mass"),
        ["g"] = new("mass", 1e-3),
        ["t"] = new("mass", 1e3),
        ["V"] = new("voltage"),
        ["mV"] = new("voltage", 1e-3),
        ["A"] = new("current"),
        ["mA"] = new("current", 1e-3),
        ["W"] = new("power"),
        ["kW"] = new("power", 1e3),
        ["Wh"] = new("energy"),
        ["kWh"] = new("energy", 1e3),
        ["B"] = new("size"),
        ["KiB"] = new("size", 1024),
        ["MiB"] = new("size", 1024 * 1024),
        ["GiB"] = new("size", 1024 * 1024 * 1024),
    };

    public static IReadOnlyCollection<string> Names => s_units.Keys;

    /// <returns>By what a number of the first unit is multiplied and what is then added to be one of the second; null when they measure different things.</returns>
    public static (double Factor, double Offset)? Between(string from, string to)
    {
        if (!s_units.TryGetValue(from, out var one) || !s_units.TryGetValue(to, out var other) || one.Of != other.Of)
        {
            return null;
        }

        return from == to ? (1, 0) : (one.Factor / other.Factor, (one.Offset - other.Offset) / other.Factor);
    }

    public static string? Measures(string unit) => s_units.GetValueOrDefault(unit)?.Of;

    /// <summary>Those that measure the same.</summary>
    public static IEnumerable<string> Like(string unit) => s_units.Where(one => one.Value.Of == Measures(unit)).Select(one => one.Key);

    /// <param name="Of">What it measures.</param>
    /// <param name="Factor">To the first unit of its sort.</param>
    /// <param name="Offset">Added behind the factor.</param>
    private sealed record Unit(string Of, double Factor = 1, double Offset = 0);
}
