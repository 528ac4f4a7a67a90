using System.Text.Json;

namespace EdgeGateway.Drivers.Abstractions.Settings;

/// <summary>Settings that are lists of numbers, or tables whose names a site chooses.</summary>
public static class SettingsNumbers
{
    /// <returns>The numbers of a list, none when the name is missing or, with a finding, when it is anything else.</returns>
    public static IReadOnlyList<decimal> Numbers(this SettingsReader reader, string name)
    {
        if (reader.Find(name) is not { } value)
        {
            return [];
        }

        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number && item.TryGetDecimal(out _)))
        {
            return [.. value.EnumerateArray().Select(item => item.GetDecimal())];
        }

        reader.Wrong(name, "not-a-list", SettingsWords.NotAList, SettingsWords.WriteNumbers);
        return [];
    }

    /// <returns>The pairs of a list of two numbers each, in the order of the file; null when it is missing or, with a finding, when it is anything else.</returns>
    public static IReadOnlyList<(double First, double Second)>? Pairs(this SettingsReader reader, string name)
    {
        if (reader.Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(IsPair))
        {
            return [.. value.EnumerateArray().Select(static pair => (pair[0].GetDouble(), pair[1].GetDouble()))];
        }

        reader.Wrong(name, "not-a-list", SettingsWords.NotAList, SettingsWords.WritePairs);
        return null;
    }

    /// <returns>Name and text of each entry, in the order of the file, repeats included; none when it is missing or, with a finding, when it is anything else.</returns>
    public static IReadOnlyList<(string Name, string Text)> Table(this SettingsReader reader, string name)
    {
        if (reader.Find(name) is not { } value)
        {
            return [];
        }

        if (value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(entry => entry.Value.ValueKind == JsonValueKind.String))
        {
            return [.. value.EnumerateObject().Select(entry => (entry.Name, entry.Value.GetString()!))];
        }

        reader.Wrong(name, "not-a-table", SettingsWords.NotATable, SettingsWords.WriteATable);
        return [];
    }

    private static bool IsPair(JsonElement item) =>
        item.ValueKind == JsonValueKind.Array && item.GetArrayLength() == 2 && item.EnumerateArray().All(static number => number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out _));
}
