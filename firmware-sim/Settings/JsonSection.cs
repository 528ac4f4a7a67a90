using System.Text.Json;

namespace EdgeGateway.Sim.Settings;

/// <summary>
/// Reads one JSON object and notes every mistake with its path instead of stopping at the first. What is wrong reads as
/// the default. Strings may name environment variables: <c>${NAME}</c> or <c>${NAME:-default}</c>.
/// </summary>
public sealed class JsonSection(JsonElement element, string path, List<Mistake> mistakes)
{
    private readonly HashSet<string> _asked = [];

    public string Path { get; } = path;

    public bool Has(string name) => Find(name) is not null;

    public bool IsObject(string name) => Find(name) is { ValueKind: JsonValueKind.Object };

    public void Report(string name, string why) => mistakes.Add(new Mistake(Join(name), why));

    public string Text(string name, string otherwise)
    {
        if (Find(name) is not { } value)
        {
            return otherwise;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            Report(name, "must be a text");
            return otherwise;
        }

        string? expanded = Variables.Expand(value.GetString()!, out string? missing);
        if (missing is not null)
        {
            Report(name, $"environment variable {missing} is not set and has no default");
        }

        return expanded ?? otherwise;
    }

    public string Required(string name)
    {
        if (Find(name) is null)
        {
            Report(name, "is missing");
        }

        return Text(name, "");
    }

    public double Number(string name, double otherwise, double least, double most)
    {
        if (Find(name) is not { } value)
        {
            return otherwise;
        }

        if (value.ValueKind != JsonValueKind.Number || value.GetDouble() < least || value.GetDouble() > most)
        {
            Report(name, FormattableString.Invariant($"must be a number from {least} to {most}"));
            return otherwise;
        }

        return value.GetDouble();
    }

    public int Count(string name, int otherwise, int least, int most)
    {
        if (Find(name) is not { } value)
        {
            return otherwise;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out int count) || count < least || count > most)
        {
            Report(name, $"must be a whole number from {least} to {most}");
            return otherwise;
        }

        return count;
    }

    public bool Flag(string name, bool otherwise)
    {
        if (Find(name) is not { } value)
        {
            return otherwise;
        }

        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Report(name, "must be true or false");
            return otherwise;
        }

        return value.GetBoolean();
    }

    public TimeSpan Duration(string name, TimeSpan otherwise)
    {
        if (Find(name) is null)
        {
            return otherwise;
        }

        if (DurationText.TryRead(Text(name, ""), out TimeSpan span))
        {
            return span;
        }

        Report(name, "must be a duration such as \"30s\", \"200ms\", \"5m\" or \"-1h\"");
        return otherwise;
    }

    /// <summary>A duration of more than nothing, where one is given.</summary>
    public TimeSpan PositiveDuration(string name, TimeSpan otherwise)
    {
        TimeSpan span = Duration(name, otherwise);
        if (Has(name) && span <= TimeSpan.Zero)
        {
            Report(name, "must be longer than nothing");
        }

        return span;
    }

    /// <summary>One word out of a closed list.</summary>
    public T Choice<T>(string name, T otherwise, params ReadOnlySpan<(string Word, T Value)> words)
    {
        if (Find(name) is null)
        {
            return otherwise;
        }

        string word = Text(name, "");
        foreach ((string known, T value) in words)
        {
            if (known == word)
            {
                return value;
            }
        }

        Report(name, "must be one of " + Words(words));
        return otherwise;
    }

    /// <summary>The object of that name; an empty one when it is absent.</summary>
    public JsonSection Section(string name)
    {
        if (Find(name) is not { } value)
        {
            return new JsonSection(default, Join(name), mistakes);
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            Report(name, "must be an object");
            return new JsonSection(default, Join(name), mistakes);
        }

        return new JsonSection(value, Join(name), mistakes);
    }

    public IReadOnlyList<JsonSection> Sections(string name)
    {
        if (Array(name) is not { } array)
        {
            return [];
        }

        return [.. array.Select((item, i) => new JsonSection(item, $"{Join(name)}[{i}]", mistakes).CheckObject(item))];
    }

    public IReadOnlyList<string> Texts(string name)
    {
        if (Array(name) is not { } array)
        {
            return [];
        }

        if (array.Any(item => item.ValueKind != JsonValueKind.String))
        {
            Report(name, "must hold texts only");
            return [];
        }

        return [.. array.Select(item => item.GetString()!)];
    }

    /// <summary>Least and most, as <c>[least, most]</c>.</summary>
    public (int Least, int Most) Range(string name, (int Least, int Most) otherwise, int least, int most)
    {
        if (Array(name) is not { } array)
        {
            return otherwise;
        }

        if (array is [{ ValueKind: JsonValueKind.Number } a, { ValueKind: JsonValueKind.Number } b]
            && a.TryGetInt32(out int low) && b.TryGetInt32(out int high) && low >= least && high <= most && low <= high)
        {
            return (low, high);
        }

        Report(name, $"must be [least, most] with whole numbers from {least} to {most}");
        return otherwise;
    }

    /// <summary>Names of the members, each taken as asked for.</summary>
    public IReadOnlyList<string> Names()
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        foreach (JsonProperty property in element.EnumerateObject())
        {
            _asked.Add(property.Name);
        }

        return [.. element.EnumerateObject().Select(property => property.Name)];
    }

    /// <summary>Call last: whatever nobody asked for is a mistake.</summary>
    public void Done()
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty property in element.EnumerateObject().Where(property => !_asked.Contains(property.Name)))
        {
            Report(property.Name, $"is not known here; known are {string.Join(", ", _asked.Order(StringComparer.Ordinal))}");
        }
    }

    private static string Words<T>(ReadOnlySpan<(string Word, T Value)> words)
    {
        var names = new List<string>(words.Length);
        foreach ((string word, _) in words)
        {
            names.Add(word);
        }

        return string.Join(", ", names);
    }

    private JsonSection CheckObject(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            mistakes.Add(new Mistake(Path, "must be an object"));
        }

        return this;
    }

    private IReadOnlyList<JsonElement>? Array(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            return [.. value.EnumerateArray()];
        }

        Report(name, "must be a list");
        return null;
    }

    private JsonElement? Find(string name)
    {
        _asked.Add(name);
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value : null;
    }

    private string Join(string name) => Path.Length == 0 ? name : $"{Path}.{name}";
}
