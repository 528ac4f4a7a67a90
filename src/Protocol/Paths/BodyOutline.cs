using System.Globalization;
using System.Text;

namespace EdgeGateway.Protocol.Paths;

/// <summary>
/// The skeleton of a message: names and sorts of values, never a value. Enough to write paths from, and it carries no person:
/// a name that is not made of ASCII letters, few digits, dash and underscore is shown as a question mark.
/// </summary>
public static class BodyOutline
{
    private const string Nothing = "empty";
    private const int LongestName = 40;
    private const int MostDigits = 4;
    private const int MostItems = 8;

    /// <param name="message">Any message.</param>
    /// <param name="most">Most characters; what is cut off ends with three dots.</param>
    public static string Write(BodyNode message, int most)
    {
        var text = new StringBuilder();
        Append(text, [message], most);
        return text.Length <= most ? text.ToString() : string.Concat(text.ToString(0, most), "...");
    }

    // Items of a list share one outline, because they seldom have all members each.
    private static void Append(StringBuilder text, IReadOnlyList<BodyNode> alike, int most)
    {
        if (text.Length > most)
        {
            return;
        }

        if (alike.Any(node => node.IsList))
        {
            text.Append('[');
            Append(text, [.. alike.SelectMany(node => node.IsList ? node.Children.Take(MostItems) : [node])], most);
            text.Append(']');
        }
        else if (alike.Any(node => node.Children.Count > 0))
        {
            Members(text, alike, most);
        }
        else
        {
            text.Append(alike.Select(node => Sort(node.Text)).FirstOrDefault(sort => sort != Nothing) ?? Nothing);
        }
    }

    private static void Members(StringBuilder text, IReadOnlyList<BodyNode> alike, int most)
    {
        text.Append('{');
        string comma = string.Empty;
        foreach (var member in alike.SelectMany(node => node.Children).GroupBy(child => child.Name, StringComparer.OrdinalIgnoreCase))
        {
            text.Append(comma).Append(Name(member.Key)).Append(':');
            Append(text, [.. member.Take(MostItems)], most);
            comma = ",";
        }

        text.Append('}');
    }

    private static string Sort(string? value) =>
        value is null ? Nothing
        : value is "true" or "false" ? "flag"
        : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? "number"
        : "text";

    private static string Name(string name) =>
        name.Length is > 0 and <= LongestName && name.Count(char.IsAsciiDigit) <= MostDigits && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? name : "?";
}
