using System.Globalization;
using System.Text.Json;

namespace EdgeGateway.Protocol.Dji;

/// <summary>
/// Values as the devices really write them (drone.md section 2.2): a number may be a text, a flag a number, a list a single object, and a key may end with
/// a colon. What is absent or of another kind is null; nothing throws on an element that <see cref="DjiReader"/> has read.
/// </summary>
public static class DjiValue
{
    /// <returns>The member; an undefined element when there is none.</returns>
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind != JsonValueKind.Object ? default
        : element.TryGetProperty(name, out var value) || element.TryGetProperty(name + ":", out value) ? value
        : default;

    public static double? Number(this JsonElement element, string name) => element.Member(name).AsNumber();

    /// <returns>Null also for fractions and what 32 bits do not hold.</returns>
    public static int? Whole(this JsonElement element, string name) =>
        element.Number(name) is { } number && Math.Truncate(number).Equals(number) && Math.Abs(number) <= int.MaxValue ? (int)number : null;

    /// <returns>A text, or a number as it is written; null when it is empty.</returns>
    public static string? Text(this JsonElement element, string name) => element.Member(name).AsText();

    /// <returns>True and false, 1 and 0, also as texts.</returns>
    public static bool? Flag(this JsonElement element, string name) => element.Member(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.String } text when bool.TryParse(text.GetString(), out bool flag) => flag,
        var other => other.AsNumber() switch { 1 => true, 0 => false, _ => null },
    };

    /// <returns>The items of a list; a single object counts as a list of one.</returns>
    public static IEnumerable<JsonElement> Items(this JsonElement list) => list.ValueKind switch
    {
        JsonValueKind.Array => list.EnumerateArray(),
        JsonValueKind.Object => [list],
        _ => [],
    };

    /// <returns>Always finite.</returns>
    public static double? AsNumber(this JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number) ? number
        : value.ValueKind == JsonValueKind.String && double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number) ? number
        : null;

    public static string? AsText(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
