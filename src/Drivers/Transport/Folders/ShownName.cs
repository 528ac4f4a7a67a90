using System.Globalization;
using System.Text;

namespace EdgeGateway.Drivers.Transport.Folders;

/// <summary>A file's name as people read it: whoever writes the file chooses the name, and a name may hold line breaks.</summary>
public static class ShownName
{
    /// <returns>The name, each control character and each sign that breaks or turns lines as its number, such as <c>\u000A</c>.</returns>
    public static string Of(string name)
    {
        if (!name.Any(IsHidden))
        {
            return name;
        }

        var shown = new StringBuilder(name.Length + 16);
        foreach (char sign in name)
        {
            _ = IsHidden(sign) ? shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)sign:X4}") : shown.Append(sign);
        }

        return shown.ToString();
    }

    private static bool IsHidden(char sign) =>
        CharUnicodeInfo.GetUnicodeCategory(sign) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
