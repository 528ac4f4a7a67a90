using System.Text.Json;

namespace EdgeGateway.Protocol.Commands;

/// <summary>Texts of a JSON object that may not be there.</summary>
internal static class JsonText
{
    /// <returns>The text; null when it is missing, is none, is empty or is longer than <paramref name="most"/> characters.</returns>
    /// <exception cref="InvalidOperationException">It is not Unicode.</exception>
    public static string? Of(JsonElement from, string name, int most) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text && text.Length <= most
            ? text
            : null;
}
