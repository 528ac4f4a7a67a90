using System.Globalization;

namespace EdgeGateway.Protocol.Nut;

/// <summary>The variables of one UPS as they came; a name that comes twice has its last value.</summary>
public sealed class NutVariables
{
    /// <summary>Most variables of one UPS that are kept; the largest known ones have about 150.</summary>
    public const int Most = 512;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public int Count => _values.Count;

    /// <returns>False when there are too many.</returns>
    public bool Add(string name, string value)
    {
        if (_values.Count >= Most && !_values.ContainsKey(name))
        {
            return false;
        }

        _values[name] = value;
        return true;
    }

    public string? Text(string name) => _values.GetValueOrDefault(name);

    /// <returns>The number, or null when it is missing or none.</returns>
    public double? Number(string name) =>
        Text(name) is { } text && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;
}
