using System.Text.RegularExpressions;

namespace EdgeGateway.Tests.House;

/// <summary>Finds the members of types by matching braces: an approximation that needs no compiler.</summary>
internal static partial class Members
{
    /// <returns>Each member that is not a field: its first line and how many lines it has.</returns>
    public static IEnumerable<(int Line, int Lines)> Of(SourceFile file)
    {
        string code = file.Code;
        var insideType = new Stack<bool>([true]);
        int start = 0;
        int parentheses = 0;
        for (int at = 0; at < code.Length; at++)
        {
            parentheses += code[at] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            if (code[at] == '{')
            {
                bool opensType = insideType.Peek() && parentheses == 0 && TypeHead().IsMatch(code[start..at]);
                insideType.Push(opensType);
                start = opensType ? at + 1 : start;
            }
            else if (code[at] == '}' && insideType.Count > 1 && insideType.Pop())
            {
                start = at + 1;
                continue;
            }

            if (insideType.Peek() && parentheses == 0 && code[at] is '}' or ';')
            {
                if (Measure(file, start, at) is { } member)
                {
                    yield return member;
                }

                start = at + 1;
            }
        }
    }

    private static (int Line, int Lines)? Measure(SourceFile file, int start, int end)
    {
        string region = file.Code[start..(end + 1)];
        int first = start + AfterAttributes(region);
        return IsField(region) || first >= end ? null : (file.LineAt(first), file.LineAt(end) - file.LineAt(first) + 1);
    }

    /// <summary>Attributes are no part of what a reader must keep in mind: the list of all kinds stands in them.</summary>
    private static int AfterAttributes(string region)
    {
        int depth = 0;
        for (int at = 0; at < region.Length; at++)
        {
            depth += region[at] switch { '[' => 1, ']' => -1, _ => 0 };
            if (depth == 0 && region[at] != ']' && !char.IsWhiteSpace(region[at]))
            {
                return at;
            }
        }

        return region.Length;
    }

    /// <summary>A field has an = before any body; it may hold a long table.</summary>
    private static bool IsField(string region)
    {
        int body = region.IndexOf('{', StringComparison.Ordinal);
        int arrow = region.IndexOf("=>", StringComparison.Ordinal);
        int head = new[] { body, arrow, region.Length }.Where(at => at >= 0).Min();
        return AssignsOutsideParentheses(region[..head]);
    }

    private static bool AssignsOutsideParentheses(string head)
    {
        int depth = 0;
        foreach (char letter in head)
        {
            depth += letter switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            if (letter == '=' && depth == 0)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex("\\b(namespace\\s+[\\w.]+|(class|struct|record|interface|enum|extension)\\s+(?!where\\b)[A-Za-z_]\\w*)")]
    private static partial Regex TypeHead();
}
