using System.Globalization;
using System.Text.Json;

namespace EdgeGateway.Protocol.Vda5050;

/// <summary>Values of a message that may be absent or of another kind: then they are null. Nothing throws but a text that is no Unicode.</summary>
internal static class VdaValue
{
    /// <returns>The member; an undefined element when there is none.</returns>
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    /// <returns>The first of two names that is there: 3.0 renamed much.</returns>
    public static JsonElement Either(this JsonElement element, string name, string olderName) =>
        element.Member(name) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } found ? found : element.Member(olderName);

    /// <returns>A text, cut where it is longer than any that means something.</returns>
    public static string? Text(this JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString() is { Length: > VdaReader.LongestText } longer ? longer[..VdaReader.LongestText] : value.GetString() : null;

    public static bool? Flag(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <returns>Always finite; some controllers write numbers as texts.</returns>
    public static double? Number(this JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number) ? number
        : value.ValueKind == JsonValueKind.String && double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number) ? number
        : null;

    /// <returns>Null also for fractions and what is outside.</returns>
    public static long? Whole(this JsonElement value, long least, long most) =>
        value.Number() is { } number && Math.Truncate(number).Equals(number) && number >= least && number <= most ? (long)number : null;

    /// <returns>The items of a list; none when it is no list.</returns>
    public static IEnumerable<JsonElement> Items(this JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];
}
