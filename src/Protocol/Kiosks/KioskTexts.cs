using EdgeGateway.Protocol.Privacy;

namespace EdgeGateway.Protocol.Kiosks;

/// <summary>Which texts of a kiosk are codes: everything else could tell of a person and is not copied (kiosk.md section 3.5).</summary>
public static class KioskTexts
{
    private const int MostDigits = 5;
    private const int MostVersionDigits = 10;

    /// <summary>1 to 40 of <c>a-z 0-9 . -</c>, beginning with a letter, at most 5 digits.</summary>
    public static bool IsCode(string text) =>
        text.Length is > 0 and <= 40 && char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-') && IsHarmless(text, MostDigits);

    /// <summary>1 to <paramref name="most"/> of <c>A-Z a-z 0-9 . _ -</c>, beginning with a letter, at most 5 digits.</summary>
    public static bool IsName(string text, int most = 64) => text.Length > 0 && text.Length <= most && char.IsAsciiLetter(text[0]) && text.All(IsOfName) && IsHarmless(text, MostDigits);

    /// <summary>1 to 40 of <c>A-Z a-z 0-9 . _ -</c>, at most 5 digits: what a maker calls a business.</summary>
    public static bool IsRawCode(string text) => text.Length is > 0 and <= 40 && text.All(IsOfName) && IsHarmless(text, MostDigits);

    /// <summary>1 to 16 of <c>A-Z a-z 0-9 . _ -</c> with 1 to 5 digits, for example <c>E1207</c>.</summary>
    public static bool IsVendorCode(string text) => text.Length is > 0 and <= 16 && text.All(IsOfName) && text.Any(char.IsAsciiDigit) && IsHarmless(text, MostDigits);

    /// <summary>1 to 32 of <c>A-Z a-z 0-9 . _ + -</c> with 1 to 10 digits, for example <c>4.2.1-rc2</c>.</summary>
    public static bool IsVersion(string text) =>
        text.Length is > 0 and <= 32 && text.All(c => IsOfName(c) || c == '+') && text.Count(char.IsAsciiDigit) is > 0 and <= MostVersionDigits;

    private static bool IsOfName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-';

    private static bool IsHarmless(string text, int mostDigits) => text.Count(char.IsAsciiDigit) <= mostDigits && ScrubbedText.IsClean(text);
}
