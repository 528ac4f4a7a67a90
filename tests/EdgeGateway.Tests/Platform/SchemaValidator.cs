using System.Text.Json;
using System.Text.RegularExpressions;

namespace EdgeGateway.Tests.Platform;

/// <summary>
/// JSON Schema 2020-12, as much of it as docs/platform uses; a word it does not know is an error and not ignored. No validator can be had
/// as a package here; python's own judges the same files in <see cref="OtherValidatorTests"/>.
/// </summary>
/// <param name="schemas">By their <c>$id</c>.</param>
/// <param name="isStrict">Also what no schema names is an error.</param>
internal sealed class SchemaValidator(IReadOnlyDictionary<string, JsonElement> schemas, bool isStrict = false)
{
    /// <param name="id"><c>$id</c> of the schema.</param>
    /// <param name="value">What is judged.</param>
    /// <returns>One line a mistake.</returns>
    public IReadOnlyList<string> Judge(string id, JsonElement value)
    {
        var errors = new List<string>();
        Check(schemas[id], schemas[id], value, "$", errors);
        return errors;
    }

    private bool Fits(JsonElement root, JsonElement schema, JsonElement value)
    {
        var errors = new List<string>();
        Check(root, schema, value, "$", errors);
        return errors.Count == 0;
    }

    private void Check(JsonElement root, JsonElement schema, JsonElement value, string path, List<string> errors)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            Say(schema.ValueKind == JsonValueKind.True, $"{path}: must not be here", errors);
            return;
        }

        foreach (var word in schema.EnumerateObject())
        {
            if (!CheckValue(word, value, path, errors) && !CheckParts(root, schema, word, value, path, errors))
            {
                throw new InvalidOperationException($"{path}: the schema says {word.Name}, which this validator does not know");
            }
        }
    }

    /// <returns>False for a word that is about something else.</returns>
    private static bool CheckValue(JsonProperty word, JsonElement value, string path, List<string> errors)
    {
        bool? good = word.Name switch
        {
            "type" => word.Value.ValueKind == JsonValueKind.Array ? word.Value.EnumerateArray().Any(one => IsA(one.GetString()!, value)) : IsA(word.Value.GetString()!, value),
            "const" => JsonElement.DeepEquals(word.Value, value),
            "enum" => word.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)),
            "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, word.Value.GetString()!, RegexOptions.ECMAScript),
            "minLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.EnumerateRunes().Count() >= word.Value.GetInt32(),
            "maxLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.EnumerateRunes().Count() <= word.Value.GetInt32(),
            "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= word.Value.GetDouble(),
            "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= word.Value.GetDouble(),
            "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= word.Value.GetInt32(),
            "maxItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= word.Value.GetInt32(),
            "required" => value.ValueKind != JsonValueKind.Object || word.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
            "$schema" or "$id" or "$defs" or "title" or "description" or "examples" or "format" or "contentEncoding" or "contentMediaType" => true,
            _ => null,
        };
        Say(good != false, $"{path}: not as {word.Name} says", errors);
        return good is not null;
    }

    private bool CheckParts(JsonElement root, JsonElement schema, JsonProperty word, JsonElement value, string path, List<string> errors)
    {
        switch (word.Name)
        {
            case "$ref":
                var (there, target) = Resolve(root, word.Value.GetString()!);
                Check(there, target, value, path, errors);
                return true;
            case "items":
                EachItem(root, word.Value, value, path, errors);
                return true;
            case "properties":
                EachMember(root, schema, value, path, errors);
                return true;
            case "additionalProperties":
                Others(root, schema, word.Value, value, path, errors);
                return true;
            case "anyOf":
                Say(word.Value.EnumerateArray().Any(one => Fits(root, one, value)), $"{path}: fits none of anyOf", errors);
                return true;
            case "allOf":
                Say(word.Value.EnumerateArray().All(one => Fits(root, one, value)), $"{path}: does not fit allOf", errors);
                return true;
            default:
                return false;
        }
    }

    /// <exception cref="KeyNotFoundException">It points nowhere.</exception>
    private (JsonElement Root, JsonElement Target) Resolve(JsonElement root, string reference) => reference.StartsWith("#/$defs/", StringComparison.Ordinal)
        ? (root, root.GetProperty("$defs").GetProperty(reference["#/$defs/".Length..]))
        : (schemas[reference], schemas[reference]);

    private void EachItem(JsonElement root, JsonElement items, JsonElement value, string path, List<string> errors)
    {
        for (int i = 0; value.ValueKind == JsonValueKind.Array && i < value.GetArrayLength(); i++)
        {
            Check(root, items, value[i], $"{path}[{i}]", errors);
        }
    }

    private void EachMember(JsonElement root, JsonElement schema, JsonElement value, string path, List<string> errors)
    {
        foreach (var member in MembersOf(value))
        {
            if (schema.GetProperty("properties").TryGetProperty(member.Name, out var known))
            {
                Check(root, known, member.Value, $"{path}.{member.Name}", errors);
            }
            else
            {
                Say(!isStrict, $"{path}.{member.Name}: nobody names it", errors);
            }
        }
    }

    private void Others(JsonElement root, JsonElement schema, JsonElement others, JsonElement value, string path, List<string> errors)
    {
        foreach (var member in MembersOf(value))
        {
            if (!schema.TryGetProperty("properties", out var known) || !known.TryGetProperty(member.Name, out _))
            {
                Check(root, others, member.Value, $"{path}.{member.Name}", errors);
            }
        }
    }

    private static IEnumerable<JsonProperty> MembersOf(JsonElement value) => value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : [];

    private static bool IsA(string type, JsonElement value) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.GetDouble() % 1 == 0,
        "null" => value.ValueKind == JsonValueKind.Null,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => throw new InvalidOperationException($"No such type: {type}"),
    };

    private static void Say(bool good, string error, List<string> errors)
    {
        if (!good)
        {
            errors.Add(error);
        }
    }
}
