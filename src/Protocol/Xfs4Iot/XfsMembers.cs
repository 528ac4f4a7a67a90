using System.Text.Json;

namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>Members of an object whatever the case of their names: a framework writes <c>uPS</c> where the standard has <c>UPS</c> (kiosk.md section 4).</summary>
internal static class XfsMembers
{
    /// <returns>The member; an undefined element when there is none.</returns>
    public static JsonElement Pick(this JsonElement value, string name)
    {
        foreach (var member in value.Members())
        {
            if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return member.Value;
            }
        }

        return default;
    }

    /// <returns>None for what is no object.</returns>
    public static IEnumerable<JsonProperty> Members(this JsonElement value) => value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : [];

    /// <returns>None for what is no list.</returns>
    public static IEnumerable<JsonElement> Items(this JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];
}
