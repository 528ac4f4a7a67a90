using System.Globalization;
using System.Text.Json.Nodes;

namespace EdgeGateway.Tests.Support;

/// <summary>Picks one value out of JSON by a path such as <c>media[0].rect.x</c>.</summary>
internal static class JsonPick
{
    /// <returns>The value, or null when any step is missing.</returns>
    public static JsonNode? At(JsonNode? node, string path)
    {
        foreach (string step in path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            node = step[0] == '[' ? Item(node, int.Parse(step.AsSpan(1, step.Length - 2), CultureInfo.InvariantCulture)) : (node as JsonObject)?[step];
        }

        return node;
    }

    private static JsonNode? Item(JsonNode? node, int index) => node is JsonArray list && index < list.Count ? list[index] : null;
}
