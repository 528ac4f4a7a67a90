using System.Globalization;
using System.Text.Json;

namespace EdgeGateway.Sim.Verification;

/// <summary>Holds what a device told against the members of a reading.</summary>
public static class FactCheck
{
    /// <param name="facts">Dotted path to the text of the value: see <see cref="Ledger.TruthLine.Facts"/>.</param>
    /// <param name="data">The <c>data</c> of the reading; null when it was not kept.</param>
    /// <returns>The first difference in words; null when there is none.</returns>
    public static string? Difference(IReadOnlyDictionary<string, string> facts, JsonElement? data)
    {
        if (data is not { } body)
        {
            return facts.Count == 0 ? null : "its data was not kept, so nothing is proven";
        }

        foreach ((string path, string told) in facts)
        {
            JsonElement value = At(body, path);
            if (!Holds(told, value))
            {
                return $"{path}: told {(told.Length == 0 ? "nothing" : told)}, received {Shown(value)}";
            }
        }

        return null;
    }

    private static JsonElement At(JsonElement element, string path)
    {
        foreach (string step in path.Split('.'))
        {
            element = element.ValueKind != JsonValueKind.Array ? JsonPick.Member(element, step)
                : int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int at) && at < element.GetArrayLength() ? element[at]
                : default;
        }

        return element;
    }

    private static bool Holds(string told, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => told.Length == 0,
        JsonValueKind.Number => IsNumber(told, value),
        JsonValueKind.String => told.Length > 0 && value.GetString() == told,
        _ => value.GetRawText() == told,
    };

    /// <summary>A number with decimals was told to that precision: 12.35 is not 12.4, but 12.4 is 12.35 or 12.44.</summary>
    private static bool IsNumber(string told, JsonElement value)
    {
        if (!decimal.TryParse(told, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal expected)
            || !value.TryGetDecimal(out decimal received))
        {
            return false;
        }

        decimal unit = expected.Scale == 0 ? 0 : new decimal(1, 0, 0, isNegative: false, expected.Scale);
        return Math.Abs(expected - received) <= unit / 2;
    }

    private static string Shown(JsonElement value) => value.ValueKind == JsonValueKind.Undefined ? "nothing" : value.GetRawText();
}
