namespace EdgeGateway.Protocol.TetraPei;

/// <summary>With what a line begins that nobody asked for.</summary>
internal static class PeiPrefixes
{
    public const string Sds = "+CTSDSR:";

    public const string Sent = "+CMGS:";

    public const string Incoming = "+CTICN:";

    public const string Grant = "+CTXG:";

    public const string Ceased = "+CDTXC:";

    public const string Released = "+CTCR:";

    public const string Connected = "+CTCC:";

    public const string Error = "+CME ERROR:";

    private static readonly string[] s_all = [Sds, Sent, Incoming, Grant, Ceased, Released, Connected, Error];

    public static readonly IReadOnlyList<string> Calls = [Incoming, Grant, Ceased, Released, Connected];

    public static bool StandIn(string text) => s_all.Any(prefix => text.Contains(prefix, StringComparison.Ordinal));

    /// <summary>A new line where a message begins inside one: a line end was lost.</summary>
    public static IEnumerable<string> Cut(string text)
    {
        while (text.Length > 0)
        {
            int next = s_all.Select(prefix => text.IndexOf(prefix, 1, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(text.Length).Min();
            string line = WithoutPrompt(text[..next].Trim());
            text = text[next..];
            if (line.Length > 0)
            {
                yield return line;
            }
        }
    }

    /// <summary>Some terminals ask for the data of a message with a prompt that has no line of its own.</summary>
    private static string WithoutPrompt(string line) => line.StartsWith('>') ? line[1..].TrimStart() : line;
}
