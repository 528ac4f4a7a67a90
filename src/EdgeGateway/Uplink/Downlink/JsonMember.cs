using System.Text.Json;

namespace EdgeGateway.Uplink.Downlink;

/// <summary>Reads what strangers wrote: nothing throws, what is not as it should be is null.</summary>
internal static class JsonMember
{
    private static readonly JsonDocumentOptions s_limits = new() { MaxDepth = 8 };

    /// <param name="payload">UTF-8.</param>
    /// <param name="read">Reads the object; may ask for texts.</param>
    /// <returns>Null when it is not a JSON object, or when <paramref name="read"/> says so.</returns>
    public static T? OfObject<T>(ReadOnlyMemory<byte> payload, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(payload, s_limits);
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: an escape that gives half a character.
            return null;
        }
    }

    public static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static bool? Flag(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && (value.ValueKind is JsonValueKind.True or JsonValueKind.False) ? value.GetBoolean() : null;

    public static long? Whole(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) ? number : null;
}
