using System.Text.Json;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>The arguments of a command, name by name.</summary>
internal static class OrderArguments
{
    /// <summary>Whether it is an object with these names and nothing else; any of them may be missing.</summary>
    public static bool HasOnly(this JsonElement args, params ReadOnlySpan<string> names)
    {
        if (args.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        foreach (var property in args.EnumerateObject())
        {
            if (!names.Contains(property.Name))
            {
                return false;
            }
        }

        return true;
    }

    /// <returns>The text under a name of an object, or null when it is missing or no text.</returns>
    public static string? Word(this JsonElement args, string name) => args.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <returns>Whether <c>kind</c> is <c>group</c>; null when it is neither that nor <c>individual</c>.</returns>
    public static bool? IsGroup(this JsonElement args) => args.Word("kind") switch { "individual" => false, "group" => true, _ => null };
}
