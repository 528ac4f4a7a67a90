using System.Text.Json.Nodes;

namespace EdgeGateway.Drivers.Abstractions;

/// <summary>
/// Takes out of what a person is shown of a message the members that by their name tell of a person. A second fence: readings never
/// carry such members at all, and what a device calls them otherwise is not known here.
/// </summary>
internal static class PersonalMembers
{
    private const string Withheld = "(withheld)";
    private const string Unnamed = "?";

    private static readonly string[] s_whole = ["name", "age", "sex", "gender", "phone", "mobile", "address", "nation"];

    private static readonly string[] s_part =
        ["idnumber", "idcard", "idno", "certificate", "citizen", "checker", "operator", "owner", "person", "sender", "receiver", "consign", "human", "face", "birth", "realname", "username"];

    /// <summary>Changes the object: such a member keeps its name and loses its value; a name that is no plain word is not shown.</summary>
    public static JsonObject Without(JsonObject fields)
    {
        foreach (var (name, value) in fields.ToArray())
        {
            if (!name.All(char.IsAscii))
            {
                fields.Remove(name);
                fields[Unnamed] = Withheld;
            }
            else if (IsOne(name))
            {
                fields[name] = Withheld;
            }
            else
            {
                Below(value);
            }
        }

        return fields;
    }

    private static void Below(JsonNode? value)
    {
        if (value is JsonObject members)
        {
            Without(members);
        }

        foreach (var item in value as JsonArray ?? [])
        {
            Below(item);
        }
    }

    private static bool IsOne(string name) =>
        s_whole.Contains(name, StringComparer.OrdinalIgnoreCase) || s_part.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
}
