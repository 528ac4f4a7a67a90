namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>What a request to /VIID/Dispositions wants (plate-camera.md sections 2.1 and 2.9).</summary>
/// <param name="Wish">Which of the three.</param>
/// <param name="Ids">Ids that stand in the address.</param>
public readonly record struct DispositionRequest(DispositionWish Wish, IReadOnlyList<string> Ids)
{
    public const string Root = "/VIID/Dispositions";

    private const string IdList = "IDList=";
    private const int MostIds = 1000;

    /// <param name="method">HTTP method.</param>
    /// <param name="path">Path, percent-decoded.</param>
    /// <param name="query">Query as sent, empty or starting with a question mark.</param>
    public static DispositionRequest Read(string method, string path, string query)
    {
        string rest = path.StartsWith(Root, StringComparison.OrdinalIgnoreCase) ? path[Root.Length..].TrimEnd('/') : "/?";
        return (method, rest) switch
        {
            ("POST" or "PUT", "") => new(DispositionWish.Read, []),
            ("DELETE", "") => new(DispositionWish.Withdraw, Listed(query)),
            ("PUT" or "DELETE", ['/', .. var id]) when !id.Contains('/', StringComparison.Ordinal) && id != "?" => new(DispositionWish.Withdraw, [id]),
            _ => new(DispositionWish.Unknown, []),
        };
    }

    private static string[] Listed(string query)
    {
        string? list = query.TrimStart('?').Split('&').FirstOrDefault(pair => pair.StartsWith(IdList, StringComparison.OrdinalIgnoreCase));
        return list is null ? [] : [.. Uri.UnescapeDataString(list[IdList.Length..]).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostIds)];
    }
}

/// <summary>The three things a library does with dispositions.</summary>
public enum DispositionWish
{
    Unknown,

    /// <summary>The body says what to put and what to withdraw.</summary>
    Read,

    /// <summary>The address names what to withdraw.</summary>
    Withdraw,
}
