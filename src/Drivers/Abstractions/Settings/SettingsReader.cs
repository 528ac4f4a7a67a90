using System.Text.Json;

namespace EdgeGateway.Drivers.Abstractions.Settings;

/// <summary>
/// Reads one JSON object of the configuration name by name. Nothing throws: every mistake becomes a finding with its
/// path and what would be right, the reader goes on with the default, and the person sees all mistakes at once.
/// </summary>
public sealed class SettingsReader
{
    private readonly JsonElement _object;
    private readonly SettingsReport _report;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public SettingsReader(JsonElement element, string path, SettingsReport report)
    {
        _object = element;
        Path = path;
        _report = report;
        if (element.ValueKind != JsonValueKind.Object)
        {
            Wrong(null, "not-an-object", SettingsWords.NotAnObject, SettingsWords.WriteAnObject);
        }
    }

    /// <summary>Where this object stands, empty for the whole file.</summary>
    public string Path { get; }

    public string? Text(string name) => Find(name) is { } value ? AsText(name, value) : null;

    public string RequiredText(string name, Words right)
    {
        string? text = Text(name);
        if (string.IsNullOrEmpty(text) && !HasFinding(name))
        {
            Wrong(name, "missing", SettingsWords.Missing, right);
        }

        return text ?? string.Empty;
    }

    public bool Flag(string name, bool otherwise)
    {
        var value = Find(name);
        if (value is null or { ValueKind: JsonValueKind.True or JsonValueKind.False })
        {
            return value is null ? otherwise : value.Value.ValueKind == JsonValueKind.True;
        }

        Wrong(name, "not-true-or-false", SettingsWords.NotAFlag, SettingsWords.WriteAFlag);
        return otherwise;
    }

    public int Whole(string name, int otherwise, int least, int most) =>
        (int)Ranged(name, otherwise, least, most, value => value.TryGetInt32(out int number) ? number : null, number => FormattableString.Invariant($"{number}"));

    public double Number(string name, double otherwise, double least, double most)
    {
        if (Find(name) is not { } value)
        {
            return otherwise;
        }

        if (value.ValueKind == JsonValueKind.Number && value.GetDouble() is var number && number >= least && number <= most)
        {
            return number;
        }

        Wrong(name, "out-of-range", SettingsWords.OutOfRange, SettingsWords.Between(FormattableString.Invariant($"{least}"), FormattableString.Invariant($"{most}")));
        return otherwise;
    }

    public TimeSpan Duration(string name, TimeSpan otherwise, TimeSpan least, TimeSpan most) =>
        TimeSpan.FromTicks(Ranged(
            name, otherwise.Ticks, least.Ticks, most.Ticks,
            value => value.ValueKind == JsonValueKind.String && Quantity.TryDuration(value.GetString()!, out var span) ? span.Ticks : null,
            ticks => $"\"{Quantity.Write(TimeSpan.FromTicks(ticks))}\""));

    public long Size(string name, long otherwise, long least, long most) =>
        Ranged(
            name, otherwise, least, most,
            value => value.ValueKind == JsonValueKind.String && Quantity.TrySize(value.GetString()!, out long bytes) ? bytes : null,
            bytes => $"\"{Quantity.Write(bytes)}\"");

    /// <summary>One of a closed set of words; the dictionary is the set.</summary>
    public T Choice<T>(string name, T otherwise, IReadOnlyDictionary<string, T> choices)
    {
        if (Text(name) is not { } text || choices.TryGetValue(text, out var chosen))
        {
            return Text(name) is { } known ? choices[known] : otherwise;
        }

        Wrong(name, "unknown-choice", SettingsWords.UnknownChoice(text), SettingsWords.OneOf(choices.Keys, NearestName.Of(text, choices.Keys)));
        return otherwise;
    }

    /// <summary>A reference to a secret: <c>{"file": "path"}</c>, <c>{"env": "NAME"}</c> or <c>{"credential": "name"}</c>.</summary>
    public Secret? Secret(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            Wrong(name, "secret-in-file", SettingsWords.SecretInFile, SettingsWords.ReferToSecret);
            return null;
        }

        var reference = new SettingsReader(value, PathOf(name), _report);
        var (file, env, credential) = (reference.Text("file"), reference.Text("env"), reference.Text("credential"));
        reference.Finish();
        if (_report.Secrets.Resolve(file, env, credential) is { } secret)
        {
            return secret;
        }

        Wrong(name, "secret-not-found", SettingsWords.SecretNotFound, SettingsWords.ReferToSecret);
        return null;
    }

    public SettingsReader? Section(string name) => Find(name) is { } value ? new SettingsReader(value, PathOf(name), _report) : null;

    public IReadOnlyList<SettingsReader> Items(string name)
    {
        if (Find(name) is not { } value)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            Wrong(name, "not-a-list", SettingsWords.NotAList, SettingsWords.WriteAList);
            return [];
        }

        return [.. value.EnumerateArray().Select((item, index) => new SettingsReader(item, FormattableString.Invariant($"{PathOf(name)}[{index}]"), _report))];
    }

    /// <summary>Notes a mistake that only the caller can see, such as two settings that contradict each other.</summary>
    /// <param name="name">The setting, or null for the object as a whole.</param>
    /// <param name="code">A short fixed word.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="right">What would be right.</param>
    public void Wrong(string? name, string code, Words problem, Words right) =>
        _report.Add(new Finding(name is null ? Path : PathOf(name), code, problem, right));

    /// <summary>Call when every name was asked for: what is left over is unknown, with the nearest known name.</summary>
    public void Finish()
    {
        if (_object.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in _object.EnumerateObject())
        {
            if (!seen.Add(property.Name))
            {
                Wrong(property.Name, "twice", SettingsWords.Twice, SettingsWords.WriteOnce);
            }
            else if (!_known.Contains(property.Name))
            {
                Wrong(property.Name, "unknown-key", SettingsWords.UnknownKey, SettingsWords.OneOf(_known.Order(StringComparer.Ordinal), NearestName.Of(property.Name, _known)));
            }
        }
    }

    private long Ranged(string name, long otherwise, long least, long most, Func<JsonElement, long?> read, Func<long, string> write)
    {
        if (Find(name) is not { } value)
        {
            return otherwise;
        }

        if (read(value) is { } number && number >= least && number <= most)
        {
            return number;
        }

        Wrong(name, "out-of-range", SettingsWords.OutOfRange, SettingsWords.Between(write(least), write(most)));
        return otherwise;
    }

    private JsonElement? Find(string name)
    {
        _known.Add(name);
        return _object.ValueKind == JsonValueKind.Object && _object.TryGetProperty(name, out var value) ? value : null;
    }

    private string? AsText(string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        Wrong(name, "not-a-text", SettingsWords.NotAText, SettingsWords.WriteAText);
        return null;
    }

    private bool HasFinding(string name) => _report.Findings.Any(finding => finding.Path == PathOf(name));

    private string PathOf(string name) => Path.Length == 0 ? name : $"{Path}.{name}";
}
