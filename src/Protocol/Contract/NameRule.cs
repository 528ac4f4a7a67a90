using System.Text.RegularExpressions;

namespace EdgeGateway.Protocol.Contract;

/// <summary>What a site, gateway or device may be called, so that it can stand in a topic.</summary>
public static partial class NameRule
{
    public const string InWords = "1 to 64 characters out of A-Z a-z 0-9 . _ -";

    public static bool IsName(string text) => Name().IsMatch(text);

    [GeneratedRegex("^[A-Za-z0-9._-]{1,64}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
