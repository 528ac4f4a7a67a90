using System.Text.Json;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Generic;

/// <summary>Reads what stands in many places of a map.</summary>
internal static class MapParts
{
    private const int MostTexts = 64;

    public static void Refuse(SettingsReader owner, bool wrong, string? name, string code, Words problem, Words right)
    {
        if (wrong)
        {
            owner.Wrong(name, code, problem, right);
        }
    }

    /// <summary>Names have no meaning here.</summary>
    public static void RefuseAll(SettingsReader owner, Words problem, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            Refuse(owner, owner.Has(name), name, "not-here", problem, MapWords.RemoveIt);
        }
    }

    /// <returns>Null when it is missing and, with a finding, when it is none.</returns>
    public static MapPath? Path(SettingsReader owner, string name, TopicPattern? topic) => owner.Text(name) is { } text ? Path(owner, name, text, topic) : null;

    /// <returns>As <see cref="Path(SettingsReader, string, TopicPattern?)"/>, with a finding when it is missing too; a path that leads nowhere takes its place.</returns>
    public static MapPath RequiredPath(SettingsReader owner, string name, TopicPattern? topic)
    {
        string text = owner.RequiredText(name, MapWords.WriteAPath);
        return (text.Length > 0 ? Path(owner, name, text, topic) : null) ?? MapPath.Parse(".", out _)!;
    }

    public static IReadOnlyList<MapPath> Paths(SettingsReader owner, string name, TopicPattern? topic, int most)
    {
        var texts = owner.Texts(name) ?? [];
        Refuse(owner, texts.Count > most, name, "too-many", MapWords.TooMany, MapWords.AtMost(most));
        return [.. texts.Take(most).Select(text => Path(owner, name, text, topic)).OfType<MapPath>()];
    }

    /// <summary>A letter first, then letters, digits, dot, dash and underscore.</summary>
    public static string RequiredName(SettingsReader owner, string name, Words right)
    {
        string text = owner.RequiredText(name, right);
        bool isName = text is [(>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..] && text.Length <= MapText.Longest && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
        Refuse(owner, text.Length > 0 && !isName, name, "not-a-name", MapWords.NotAName, right);
        return text;
    }

    /// <summary>Texts that may pass and what becomes of them: a table, or a list of those that pass as they are.</summary>
    /// <returns>Null when nothing is written.</returns>
    public static IReadOnlyDictionary<string, string>? Texts(SettingsReader owner, string name)
    {
        if (owner.Find(name) is not { } value)
        {
            return null;
        }

        (string Name, string? Text)[] pairs = value.ValueKind switch
        {
            JsonValueKind.Array => [.. value.EnumerateArray().Select(item => (Text(item) ?? string.Empty, Text(item)))],
            JsonValueKind.Object => [.. value.EnumerateObject().Select(entry => (entry.Name, Text(entry.Value)))],
            _ => [],
        };
        bool right = pairs.Length is > 0 and <= MostTexts && pairs.All(pair => pair.Text is not null && IsText(pair.Text) && pair.Name.Length <= MapText.Longest)
            && pairs.DistinctBy(pair => pair.Name).Count() == pairs.Length;
        Refuse(owner, !right, name, "not-texts", MapWords.NotATable, MapWords.WriteTable);
        return right ? pairs.ToDictionary(pair => pair.Name, pair => pair.Text!, StringComparer.Ordinal) : new Dictionary<string, string>();
    }

    /// <returns>Texts, numbers and flags of a list as JSON writes them, none when nothing is written.</returns>
    public static IReadOnlyList<string> Literals(SettingsReader owner, string name)
    {
        if (owner.Find(name) is not { } value)
        {
            return [];
        }

        string?[] texts = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Take(MostTexts + 1).Select(Literal)] : [];
        bool right = texts.Length is > 0 and <= MostTexts && texts.All(text => text is not null);
        Refuse(owner, !right, name, "not-literals", MapWords.NotALiteral, MapWords.WriteALiteral);
        return right ? [.. texts.OfType<string>()] : [];
    }

    /// <returns>As <see cref="Literals"/>, of a single value.</returns>
    public static string? Literal(SettingsReader owner, string name)
    {
        if (owner.Find(name) is not { } value)
        {
            return null;
        }

        string? text = Literal(value);
        Refuse(owner, text is null, name, "not-a-literal", MapWords.NotALiteral, MapWords.WriteALiteral);
        return text;
    }

    public static bool IsText(string text) => text.Trim().Length > 0 && text.Length <= MapText.Longest && !text.Any(char.IsControl);

    private static MapPath? Path(SettingsReader owner, string name, string text, TopicPattern? topic)
    {
        var path = MapPath.Parse(text, out var fault);
        Refuse(owner, path is null, name, "not-a-path", PathWords.NotAPath(fault), MapWords.WriteAPath);
        Refuse(owner, path?.Part is { } part && topic?.Parts.Contains(part) != true, name, "no-such-part", MapWords.NoSuchPart, MapWords.NameThePart);
        return path;
    }

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Literal(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString() is { Length: <= MapText.Longest } text => text,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };
}
