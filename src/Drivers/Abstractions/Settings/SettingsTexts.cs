using System.Text.Json;

namespace EdgeGateway.Drivers.Abstractions.Settings;

/// <summary>Settings that are lists of texts, or that may be a text or something else.</summary>
public static class SettingsTexts
{
    /// <summary>Whether a text stands under this name; for settings that may be a text or an object.</summary>
    public static bool IsText(this SettingsReader reader, string name) => reader.Find(name) is { ValueKind: JsonValueKind.String };

    /// <returns>The texts of a list, none when the name is missing; null, with a finding, when it is anything else.</returns>
    public static IReadOnlyList<string>? Texts(this SettingsReader reader, string name)
    {
        if (reader.Find(name) is not { } value)
        {
            return [];
        }

        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
        {
            return [.. value.EnumerateArray().Select(item => item.GetString()!)];
        }

        reader.Wrong(name, "not-a-list", SettingsWords.NotAList, SettingsWords.WriteTexts);
        return null;
    }

    /// <returns>As <see cref="Texts"/>, with a finding when there are none.</returns>
    public static IReadOnlyList<string> RequiredTexts(this SettingsReader reader, string name, Words right)
    {
        var texts = reader.Texts(name);
        if (texts is { Count: 0 })
        {
            reader.Wrong(name, "missing", reader.Has(name) ? SettingsWords.Empty : SettingsWords.Missing, right);
        }

        return texts ?? [];
    }
}
