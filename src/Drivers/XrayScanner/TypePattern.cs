namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>A type of events, or with stars a family of them; letter case does not count.</summary>
/// <param name="Text">1 to 64 characters; each star stands for any number of characters.</param>
public readonly record struct TypePattern(string Text)
{
    public const int Longest = 64;

    private const int MostStars = 4;

    public bool IsExact => !Text.Contains('*', StringComparison.Ordinal);

    public static bool IsOne(string text) =>
        text.Length is > 0 and <= Longest && text.Count(c => c == '*') <= MostStars && text.All(c => c is > ' ' and < '\u007f');

    public bool Fits(ReadOnlySpan<char> type) => Fits(Text, type);

    private static bool Fits(ReadOnlySpan<char> pattern, ReadOnlySpan<char> type)
    {
        int star = pattern.IndexOf('*');
        if (star < 0)
        {
            return pattern.Equals(type, StringComparison.OrdinalIgnoreCase);
        }

        if (!type.StartsWith(pattern[..star], StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        for (int skip = star; skip <= type.Length; skip++)
        {
            if (Fits(pattern[(star + 1)..], type[skip..]))
            {
                return true;
            }
        }

        return false;
    }
}
