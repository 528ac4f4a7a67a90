using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Tests.Platform;

/// <summary>
/// The JSON Schema (2020-12) of what the source-generated contexts write of a type. Required is what is always written; known words are
/// examples and no closed list; what is not named may come.
/// </summary>
internal sealed partial class SchemaWriter
{
    public const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    public const string TimeForm = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$";

    private readonly SortedDictionary<string, JsonObject> _parts = new(StringComparer.Ordinal);

    private readonly NullabilityInfoContext _nulls = new();

    private SchemaWriter()
    {
    }

    /// <param name="name">Kind, or name of the message.</param>
    /// <param name="type">What is written.</param>
    public static JsonObject Of(string name, Type type)
    {
        var schema = new JsonObject
        {
            ["$schema"] = Dialect,
            ["$id"] = SchemaIds.SchemaOf(name),
            ["title"] = name,
            ["description"] = SourceDocs.Of(type),
        };
        var writer = new SchemaWriter();
        writer.AddMembers(schema, type);
        if (writer._parts.Count > 0)
        {
            schema["$defs"] = new JsonObject(writer._parts.Select(static part => KeyValuePair.Create(part.Key, (JsonNode?)part.Value)));
        }

        return schema;
    }

    /// <summary>What the kind adds first, what every kind has last.</summary>
    private static IEnumerable<PropertyInfo> Members(Type type) => type.GetProperties()
        .Where(static member => member.GetCustomAttribute<JsonIgnoreAttribute>() is null)
        .OrderByDescending(static member => Depth(member.DeclaringType!)).ThenBy(static member => member.MetadataToken);

    private static int Depth(Type type) => type.BaseType is { } below ? 1 + Depth(below) : 0;

    private void AddMembers(JsonObject schema, Type type)
    {
        var required = new JsonArray();
        var properties = new JsonObject();
        foreach (var member in Members(type))
        {
            string name = JsonNamingPolicy.CamelCase.ConvertName(member.Name);
            properties[name] = Member(member);
            if (!IsOptional(member))
            {
                required.Add(name);
            }
        }

        schema["type"] = "object";
        if (required.Count > 0)
        {
            schema["required"] = required;
        }

        schema["properties"] = properties;
    }

    private bool IsOptional(PropertyInfo member) =>
        Nullable.GetUnderlyingType(member.PropertyType) is not null || _nulls.Create(member).ReadState == NullabilityState.Nullable;

    private JsonObject Member(PropertyInfo member)
    {
        var node = Node(member.PropertyType);
        var (unit, name) = UnitWords.Of(member.Name);
        string text = SchemaWords.Of(member) ?? SourceDocs.Of(member) ?? name;
        if (IsNumber(member.PropertyType) && unit is not null)
        {
            text += $" Unit: {unit}.";
        }

        node.Insert(0, "description", text);
        if (IsText(member.PropertyType) && Words(text) is { Count: > 0 } words)
        {
            (node["items"] as JsonObject ?? node)["examples"] = words;
        }

        if (member.PropertyType == typeof(string) && text.Contains("ISO 8601 in UTC", StringComparison.Ordinal))
        {
            (node["format"], node["pattern"]) = ("date-time", TimeForm);
        }

        return node;
    }

    private JsonObject Node(Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return type == typeof(string) ? new JsonObject { ["type"] = "string" }
            : type == typeof(bool) ? new JsonObject { ["type"] = "boolean" }
            : type == typeof(int) || type == typeof(long) ? new JsonObject { ["type"] = "integer" }
            : type == typeof(double) ? new JsonObject { ["type"] = new JsonArray("number", "null") }
            : type == typeof(DateTimeOffset) ? new JsonObject { ["type"] = "string", ["format"] = "date-time", ["pattern"] = TimeForm }
            : type == typeof(object) ? new JsonObject { ["type"] = new JsonArray("number", "string", "boolean", "null") }
            : Container(type);
    }

    private JsonObject Container(Type type)
    {
        var arguments = type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments();
        return arguments.Length switch
        {
            1 => new JsonObject { ["type"] = "array", ["items"] = Node(arguments[0]) },
            2 => new JsonObject { ["type"] = "object", ["additionalProperties"] = Node(arguments[1]) },
            _ => Part(type),
        };
    }

    private JsonObject Part(Type type)
    {
        string name = JsonNamingPolicy.CamelCase.ConvertName(type.Name);
        if (!_parts.ContainsKey(name))
        {
            var part = _parts[name] = [];
            if (SourceDocs.Of(type) is { Length: > 0 } text)
            {
                part["description"] = text;
            }

            AddMembers(part, type);
        }

        return new JsonObject { ["$ref"] = "#/$defs/" + name };
    }

    private static bool IsNumber(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var bare && (bare == typeof(double) || bare == typeof(int) || bare == typeof(long) || bare == typeof(IReadOnlyList<double>));

    private static bool IsText(Type type) => type == typeof(string) || type == typeof(IReadOnlyList<string>);

    private static JsonArray Words(string text) => [.. Quoted().Matches(text).Select(static word => (JsonNode)word.Groups[1].Value).Where(SchemaWords.IsExample)];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
