using System.Text.Json;

namespace EdgeGateway.Drivers.Abstractions.Settings;

/// <summary>
/// Reads one JSON object of the configuration name by name. Nothing throws: every mistake becomes a finding with its
/// path and what would be right, the reader goes on with the default, and the person sees all mistakes at once.
/// The texts of the document are valid Unicode: whoever parsed it has made sure.
/// </summary>
public sealed class SettingsReader
{
    private readonly JsonElement _object;
    private readonly SettingsReport _report;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _wrong = new(StringComparer.Ordinal);

    public SettingsReader(JsonElement element, string path, SettingsReport report)
    {
        _object = element;
        Path = path;
        _report = report;
        if (element.ValueKind != JsonValueKind.Object)
        {
            Wrong(null, "not-an-object", SettingsWords.NotAnObject, SettingsWords.WriteAnObject);
            _report = report.Muted();
        }
    }

    /// <summary>Where this object stands, empty for the whole file.</summary>
    public string Path { get; }

    internal SettingsReport Report => _report;

    internal string Written => _object.ValueKind == JsonValueKind.Object ? _object.GetRawText() : string.Empty;

    /// <summary>Every name that is written here, once, in order: for tables whose names are the site's own. The first 1,024.</summary>
    public IReadOnlyList<string> Names() =>
        _object.ValueKind == JsonValueKind.Object ? [.. _object.EnumerateObject().Select(property => property.Name).Distinct(StringComparer.Ordinal).Take(1024)] : [];

    /// <summary>Whether something stands under this name, right or wrong; for settings that exclude each other.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <returns>The text, or null when it is missing or is not a text.</returns>
    public string? Text(string name) => Find(name) is { } value ? AsText(name, value) : null;

    /// <returns>The text, or an empty one with a finding when it is missing, empty or not a text.</returns>
    public string RequiredText(string name, Words right)
    {
        string? text = Text(name);
        if (string.IsNullOrWhiteSpace(text))
        {
            WrongOnce(name, "missing", SettingsWords.Missing, right);
            return string.Empty;
        }

        return text;
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

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>; <c>10.0</c> and <c>1e3</c> are none.</summary>
    public int Whole(string name, int otherwise, int least, int most) =>
        (int)Ranged(
            name, otherwise, least, most,
            value => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number : null,
            number => FormattableString.Invariant($"{number}"));

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>, always finite when the bounds are.</summary>
    public double Number(string name, double otherwise, double least, double most)
    {
        if (Find(name) is not { } value)
        {
            return otherwise;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && number >= least && number <= most)
        {
            return number;
        }

        OutOfRange(name, FormattableString.Invariant($"{least}"), FormattableString.Invariant($"{most}"));
        return otherwise;
    }

    /// <returns>As <see cref="Number"/>; when it is missing or wrong, 0 or the bound nearest to it, with a finding.</returns>
    public double RequiredNumber(string name, double least, double most, Words right)
    {
        if (Find(name) is null)
        {
            Wrong(name, "missing", SettingsWords.Missing, right);
        }

        return Number(name, Math.Clamp(0, least, most), least, most);
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
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        if (choices.TryGetValue(text, out var chosen))
        {
            return chosen;
        }

        Wrong(name, "unknown-choice", SettingsWords.UnknownChoice(text), SettingsWords.OneOf(choices.Keys, NearestName.Of(text, choices.Keys)));
        return otherwise;
    }

    /// <summary>A reference to a secret: <c>{"file": "path"}</c>, <c>{"env": "NAME"}</c> or <c>{"credential": "name"}</c>.</summary>
    /// <returns>The secret, or null when there is no reference or, with a finding, when it leads to nothing.</returns>
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

    /// <returns>The secret, or null with a finding.</returns>
    public Secret? RequiredSecret(string name)
    {
        var secret = Secret(name);
        if (secret is null)
        {
            WrongOnce(name, "missing", SettingsWords.Missing, SettingsWords.ReferToSecret);
        }

        return secret;
    }

    /// <returns>A reader of the object under that name, or null when it is missing.</returns>
    public SettingsReader? Section(string name) => Find(name) is { } value ? new SettingsReader(value, PathOf(name), _report) : null;

    /// <returns>As <see cref="Section"/>; when it is missing, one finding says so and the reader that is returned adds no others.</returns>
    public SettingsReader RequiredSection(string name, Words right)
    {
        if (Section(name) is { } section)
        {
            return section;
        }

        Wrong(name, "missing", SettingsWords.Missing, right);
        return new SettingsReader(default, PathOf(name), _report.Muted());
    }

    /// <returns>A reader for each object of a list, none when the name is missing.</returns>
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

    /// <returns>As <see cref="Items"/>; a finding says so when there are none.</returns>
    public IReadOnlyList<SettingsReader> RequiredItems(string name, Words right)
    {
        var items = Items(name);
        if (items.Count == 0)
        {
            WrongOnce(name, "missing", Find(name) is null ? SettingsWords.Missing : SettingsWords.Empty, right);
        }

        return items;
    }

    /// <summary>Notes a mistake that only the caller can see, such as two settings that contradict each other.</summary>
    /// <param name="name">The setting, or null for the object as a whole.</param>
    /// <param name="code">A short fixed word.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="right">What would be right.</param>
    public void Wrong(string? name, string code, Words problem, Words right)
    {
        _wrong.Add(name ?? string.Empty);
        _report.Add(new Finding(name is null ? Path : PathOf(name), code, problem, right));
    }

    /// <summary>Call when every name was asked for: what is left over is unknown, with the nearest known name.</summary>
    public void Finish()
    {
        if (_object.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in _object.EnumerateObject().TakeWhile(_ => !_report.IsFull))
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

        OutOfRange(name, write(least), write(most));
        return otherwise;
    }

    private void OutOfRange(string name, string least, string most) =>
        Wrong(name, "out-of-range", SettingsWords.OutOfRange, SettingsWords.Between(least, most));

    private void WrongOnce(string name, string code, Words problem, Words right)
    {
        if (!_wrong.Contains(name))
        {
            Wrong(name, code, problem, right);
        }
    }

    internal JsonElement? Find(string name)
    {
        if (_known.Add(name))
        {
            _report.Asked(PathOf(name));
        }

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

    private string PathOf(string name) => Path.Length == 0 || Path.EndsWith(SettingsFile.Inside, StringComparison.Ordinal) ? Path + name : $"{Path}.{name}";
}
