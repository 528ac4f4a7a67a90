using System.Text.Json;
using System.Text.Json.Nodes;

namespace EdgeGateway.Tests.Platform;

/// <summary>Good JSON with one mistake in it, for every mistake that a schema must see.</summary>
internal static class BrokenJson
{
    /// <returns>The same with one value of another type, once for every value below the root.</returns>
    public static IEnumerable<(string Where, JsonElement Value)> WrongTypes(JsonElement good) =>
        from path in Paths(JsonNode.Parse(good.GetRawText())!, [])
        select (string.Join('.', path), Replaced(good, path));

    /// <returns>The same without one member that a schema requires, once for every such member.</returns>
    public static IEnumerable<(string Where, JsonElement Value)> Missing(JsonElement good, JsonElement schema) =>
        from path in Required(schema, schema, good, [])
        select (string.Join('.', path), Without(good, path));

    private static IEnumerable<object[]> Paths(JsonNode node, object[] here)
    {
        IEnumerable<(object Step, JsonNode? Part)> parts = node switch
        {
            JsonObject map => map.Select(static member => ((object)member.Key, member.Value)),
            JsonArray list => list.Select(static (item, i) => ((object)i, item)),
            _ => [],
        };
        foreach (var (step, part) in parts)
        {
            object[] path = [.. here, step];
            yield return path;
            foreach (object[] below in part is null ? [] : Paths(part, path))
            {
                yield return below;
            }
        }
    }

    private static IEnumerable<object[]> Required(JsonElement root, JsonElement schema, JsonElement value, object[] here)
    {
        var at = schema.TryGetProperty("$ref", out var target) && target.GetString()!.StartsWith("#/$defs/", StringComparison.Ordinal)
            ? root.GetProperty("$defs").GetProperty(target.GetString()!["#/$defs/".Length..])
            : schema;
        if (value.ValueKind == JsonValueKind.Array && at.TryGetProperty("items", out var items))
        {
            return value.EnumerateArray().SelectMany((item, i) => Required(root, items, item, [.. here, i]));
        }

        var own = at.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => (object[])[.. here, name.GetString()!]) : [];
        return value.ValueKind != JsonValueKind.Object || !at.TryGetProperty("properties", out var members) ? []
            : own.Concat(value.EnumerateObject().Where(one => members.TryGetProperty(one.Name, out _)).SelectMany(one => Required(root, members.GetProperty(one.Name), one.Value, [.. here, one.Name])));
    }

    private static JsonElement Replaced(JsonElement good, object[] path)
    {
        var (root, parent) = ParentOf(good, path);
        var old = path[^1] is string name ? parent[name] : parent[(int)path[^1]];
        JsonNode wrong = old is JsonObject or JsonArray ? JsonValue.Create("wrong") : new JsonObject { ["wrong"] = true };
        if (path[^1] is string key)
        {
            parent[key] = wrong;
        }
        else
        {
            parent[(int)path[^1]] = wrong;
        }

        return JsonSerializer.SerializeToElement(root);
    }

    private static JsonElement Without(JsonElement good, object[] path)
    {
        var (root, parent) = ParentOf(good, path);
        Assert.True(parent.AsObject().Remove((string)path[^1]), $"{string.Join('.', path)} is required and not written");
        return JsonSerializer.SerializeToElement(root);
    }

    private static (JsonNode Root, JsonNode Parent) ParentOf(JsonElement good, object[] path)
    {
        var root = JsonNode.Parse(good.GetRawText())!;
        return (root, path[..^1].Aggregate(root, static (node, step) => step is string name ? node[name]! : node[(int)step]!));
    }
}
