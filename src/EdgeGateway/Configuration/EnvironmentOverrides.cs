using System.Buffers;
using System.Text.Json;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Configuration;

/// <summary>
/// Lays environment variables over the file before anything is read from it:
/// <c>EDGEGATEWAY__uplink__brokers__0__host=10.1.2.3</c> stands for <c>uplink.brokers[0].host</c>. Names are written as in the file.
/// A value stays a text where the file has a text or where it stands in double quotes; otherwise a number, true and
/// false are taken as such. The index one behind the last adds to a list. An empty value is an empty text.
/// </summary>
internal sealed class EnvironmentOverrides
{
    public const string Prefix = "EDGEGATEWAY__";

    private const int DeepestLevel = 16;

    private readonly OverrideNode _root = new() { Variable = Prefix };
    private readonly SettingsReport _report;

    private EnvironmentOverrides(SettingsReport report) => _report = report;

    /// <returns>The file with the overrides in place, as UTF-8 JSON without comments.</returns>
    public static ReadOnlyMemory<byte> Apply(JsonElement file, IReadOnlyDictionary<string, string> environment, SettingsReport report)
    {
        var overrides = new EnvironmentOverrides(report);
        foreach (var (name, value) in environment.Where(pair => pair.Key.StartsWith(Prefix, StringComparison.Ordinal)).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            overrides.Add(name, value);
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            overrides.Write(json, file, overrides._root);
        }

        return buffer.WrittenMemory;
    }

    private void Add(string variable, string value)
    {
        var levels = variable[Prefix.Length..].Split("__");
        if (levels.Length > DeepestLevel || levels.Any(string.IsNullOrWhiteSpace))
        {
            _report.Add(new Finding(variable, "override-name", ConfigurationWords.OverrideName, ConfigurationWords.WriteOverride));
            return;
        }

        var node = _root;
        foreach (string level in levels)
        {
            node.Children.TryAdd(level, new OverrideNode { Variable = variable });
            node = node.Children[level];
        }

        node.Value = value;
    }

    private void Write(Utf8JsonWriter json, JsonElement? present, OverrideNode? node)
    {
        if (node is null)
        {
            present!.Value.WriteTo(json);
        }
        else if (node.Value is { } value)
        {
            WriteValue(json, present, value);
            ReportBelow(node);
        }
        else if (present is { ValueKind: JsonValueKind.Array } || (present is not { ValueKind: JsonValueKind.Object } && node.IsList))
        {
            WriteList(json, present is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [], node);
        }
        else if (present is { ValueKind: not JsonValueKind.Object } && node.Children.Count == 0)
        {
            present.Value.WriteTo(json);
        }
        else
        {
            WriteObject(json, present, node);
        }
    }

    private void WriteObject(Utf8JsonWriter json, JsonElement? present, OverrideNode node)
    {
        json.WriteStartObject();
        var left = node.Children.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var property in present is { ValueKind: JsonValueKind.Object } whole ? whole.EnumerateObject().ToArray() : [])
        {
            json.WritePropertyName(property.Name);
            Write(json, property.Value, node.Children.GetValueOrDefault(property.Name));
            left.Remove(property.Name);
        }

        foreach (string name in left.Order(StringComparer.Ordinal))
        {
            json.WritePropertyName(name);
            Write(json, null, node.Children[name]);
        }

        json.WriteEndObject();
    }

    private void WriteList(Utf8JsonWriter json, IReadOnlyList<JsonElement> present, OverrideNode node)
    {
        var byIndex = node.Children.Values.Zip(node.Children.Keys).ToLookup(pair => OverrideNode.IndexOf(pair.Second), pair => pair.First);
        json.WriteStartArray();
        int written = 0;
        for (; written < present.Count || byIndex.Contains(written); written++)
        {
            Write(json, written < present.Count ? present[written] : null, byIndex[written].FirstOrDefault());
        }

        json.WriteEndArray();
        foreach (var unused in byIndex.Where(index => index.Key is null || index.Key >= written).SelectMany(index => index))
        {
            _report.Add(new Finding(unused.Variable, "override-index", ConfigurationWords.OverrideIndex, ConfigurationWords.IndexUpTo(written)));
        }
    }

    private void ReportBelow(OverrideNode node)
    {
        foreach (var below in node.Children.Values)
        {
            _report.Add(new Finding(below.Variable, "override-twice", ConfigurationWords.OverrideTwice, ConfigurationWords.WriteOverride));
        }
    }

    private static void WriteValue(Utf8JsonWriter json, JsonElement? present, string value)
    {
        bool quoted = value.Length >= 2 && value[0] == '"' && value[^1] == '"';
        if (quoted || present is { ValueKind: JsonValueKind.String } || !IsNumberOrFlag(value))
        {
            json.WriteStringValue(quoted ? value[1..^1] : value);
        }
        else
        {
            json.WriteRawValue(value);
        }
    }

    private static bool IsNumberOrFlag(string value)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(value));
        try
        {
            bool scalar = reader.Read() && reader.TokenType is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False;
            return scalar && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
