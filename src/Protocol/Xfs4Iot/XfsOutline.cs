using System.Text.Json;

namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>Looks over a payload before anything is taken of it: how much it is, and whether a name stands twice in one object.</summary>
internal static class XfsOutline
{
    /// <returns>A word of <see cref="XfsFaults"/>, or null.</returns>
    public static string? Check(JsonElement root)
    {
        int left = XfsReader.MostValues;
        return Check(root, ref left);
    }

    private static string? Check(JsonElement value, ref int left)
    {
        if (--left < 0)
        {
            return XfsFaults.TooManyValues;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => Members(value, ref left),
            JsonValueKind.Array => Items(value, ref left),
            _ => null,
        };
    }

    private static string? Members(JsonElement value, ref int left)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in value.EnumerateObject())
        {
            string? fault = names.Add(member.Name) ? Check(member.Value, ref left) : XfsFaults.DuplicateName;
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private static string? Items(JsonElement list, ref int left)
    {
        foreach (var item in list.EnumerateArray())
        {
            if (Check(item, ref left) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }
}
