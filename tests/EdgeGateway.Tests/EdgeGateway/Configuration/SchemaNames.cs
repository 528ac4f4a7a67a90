using System.Text.Json;

namespace EdgeGateway.Tests.EdgeGateway.Configuration;

/// <summary>Every path that a JSON Schema allows, as <c>devices[].id</c>.</summary>
internal sealed class SchemaNames(JsonElement schema)
{
    private readonly SortedSet<string> _paths = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> All()
    {
        Walk(schema, string.Empty);
        return _paths;
    }

    private void Walk(JsonElement part, string path)
    {
        if (part.TryGetProperty("$ref", out var reference))
        {
            Walk(schema.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]), path);
        }

        if (part.TryGetProperty("items", out var items))
        {
            Walk(items, path + "[]");
        }

        foreach (var branch in part.TryGetProperty("allOf", out var branches) ? branches.EnumerateArray().ToArray() : [])
        {
            Walk(branch.GetProperty("then"), path);
        }

        foreach (var property in part.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().ToArray() : [])
        {
            string below = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            _paths.Add(below);
            Walk(property.Value, below);
        }
    }
}
