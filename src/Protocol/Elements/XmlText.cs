using System.Globalization;
using System.Text;

namespace EdgeGateway.Protocol.Elements;

/// <summary>Resolves the five named entities and character numbers; anything else stays as it was written.</summary>
internal static class XmlText
{
    private const int LongestEntity = 10;

    public static bool IsWell(ReadOnlySpan<char> text)
    {
        bool repaired = false;
        if (text.ContainsAny('&', ']'))
        {
            Resolve(text, ref repaired);
        }

        return !repaired;
    }

    /// <param name="text">As written.</param>
    /// <param name="repaired">Set when something in it is not well-formed.</param>
    public static string Resolve(ReadOnlySpan<char> text, ref bool repaired)
    {
        repaired |= text.Contains("]]>", StringComparison.Ordinal);
        var result = new StringBuilder(text.Length);
        while (text.IndexOf('&') is var at and >= 0)
        {
            result.Append(text[..at]);
            text = text[at..];
            int length = Append(text, result);
            repaired |= length == 0;
            result.Append(length == 0 ? "&" : "");
            text = text[Math.Max(length, 1)..];
        }

        return result.Append(text).ToString();
    }

    private static int Append(ReadOnlySpan<char> text, StringBuilder result)
    {
        int end = text[..Math.Min(text.Length, LongestEntity)].IndexOf(';');
        if (end < 2)
        {
            return 0;
        }

        string? value = text[1..end] switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "apos" => "'",
            "quot" => "\"",
            ['#', 'x', .. var hex] => Character(hex, NumberStyles.AllowHexSpecifier),
            ['#', .. var number] => Character(number, NumberStyles.None),
            _ => null,
        };
        result.Append(value);
        return value is null ? 0 : end + 1;
    }

    private static string? Character(ReadOnlySpan<char> digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out int code) && Rune.IsValid(code) && (code >= 32 || code is 9 or 10 or 13)
            ? new Rune(code).ToString() : null;
}
