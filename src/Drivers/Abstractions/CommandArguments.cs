using System.Text.Json;

namespace EdgeGateway.Drivers.Abstractions;

/// <summary>The arguments of a command, name by name; they come from outside.</summary>
public static class CommandArguments
{
    /// <summary>Whether it is an object with these names and nothing else; any of them may be missing.</summary>
    public static bool HasOnly(this JsonElement args, params ReadOnlySpan<string> names)
    {
        if (args.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        try
        {
            foreach (var property in args.EnumerateObject())
            {
                if (!names.Contains(property.Name))
                {
                    return false;
                }
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            // A name that is not Unicode.
            return false;
        }
    }

    /// <returns>The text under a name of an object, or null when it is missing or no text.</returns>
    public static string? Word(this JsonElement args, string name)
    {
        try
        {
            return args.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Not Unicode.
            return null;
        }
    }
}
