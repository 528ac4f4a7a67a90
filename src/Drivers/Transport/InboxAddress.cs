namespace EdgeGateway.Drivers.Transport;

/// <summary>Who posts, with which token, to which path of their own: <c>/{device}/{token}/...</c> or <c>/{device}/...?token=...</c>.</summary>
internal readonly record struct InboxAddress(string Device, string Token, string Rest)
{
    private const string TokenKey = "token=";

    /// <param name="path">Path, percent-decoded.</param>
    /// <param name="query">Query as sent, empty or starting with a question mark.</param>
    public static InboxAddress Parse(string path, string query)
    {
        var (device, behind) = Cut(path);
        if (TokenOf(query) is { } token)
        {
            return new InboxAddress(device, token, behind);
        }

        var (inPath, rest) = Cut(behind);
        return new InboxAddress(device, inPath, rest);
    }

    /// <summary>First segment of a path, and what is left with its slash.</summary>
    private static (string Segment, string Behind) Cut(string path)
    {
        int start = path.StartsWith('/') ? 1 : 0;
        int end = path.IndexOf('/', start);
        return end < 0 ? (path[start..], string.Empty) : (path[start..end], path[end..]);
    }

    private static string? TokenOf(string query)
    {
        foreach (var range in query.AsSpan().TrimStart('?').Split('&'))
        {
            var pair = query.AsSpan().TrimStart('?')[range];
            if (pair.StartsWith(TokenKey, StringComparison.Ordinal))
            {
                return Uri.UnescapeDataString(pair[TokenKey.Length..].ToString());
            }
        }

        return null;
    }
}
