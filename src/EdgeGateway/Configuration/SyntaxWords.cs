using System.Text;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Configuration;

/// <summary>What a single character at the place of a syntax error usually means.</summary>
internal static class SyntaxWords
{
    /// <summary>What a Chinese keyboard gives in its own mode, and what JSON wants.</summary>
    private const string FullWidth = "“”‘’，：｛｝［］【】（）＂";

    private const string Plain = "\"\"\"\",:{}[][]()\"";

    private static readonly Words s_end = new("the file ends here", "文件在此处结束");
    private static readonly Words s_close = new("close every { [ and \" that was opened", "请补上未闭合的 }、] 或 \"");
    private static readonly Words s_quotes = new("write names and texts in \"double quotes\"", "名称和文本请用英文双引号括起来");
    private static readonly Words s_comma = new("put a comma before it, or a colon between name and value", "请在它前面加逗号，或在名称与值之间加冒号");
    private static readonly Words s_bracket = new("write what is missing before it, or take it away", "请补上它前面缺少的内容，或删去它");
    private static readonly Words s_line = new("close the \" before the line ends; write a tab inside a text as \\t", "请在行尾前补上 \"；文本中的制表符请写成 \\t");
    private static readonly Words s_number = new("put a comma before it; a number has no leading 0, no + and no unit (\"30s\" stands in quotes)", "请在它前面加逗号；数字不能以 0 或 + 开头，也不带单位（\"30s\" 要加引号）");
    private static readonly Words s_other = new("write JSON: \"name\": value, separated by commas", "请按 JSON 书写：\"名称\": 值，以逗号分隔");

    public static Words InLine(int line, int column, Words problem) => new(
        FormattableString.Invariant($"line {line}, column {column}: {problem.En}"),
        FormattableString.Invariant($"第 {line} 行第 {column} 列：{problem.Zh}"));

    /// <param name="standing">The character there; null at the end of the file.</param>
    public static (Words Problem, Words Right) Of(Rune? standing)
    {
        if (standing is not { } rune)
        {
            return (s_end, s_close);
        }

        string shown = Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) ? FormattableString.Invariant($"U+{rune.Value:X4}") : rune.ToString();
        return (new Words($"{shown} cannot stand here", $"此处不能是 {shown}"), Right(rune));
    }

    private static Words Right(Rune rune)
    {
        int fullWidth = FullWidth.IndexOf(rune.ToString(), StringComparison.Ordinal);
        if (fullWidth >= 0)
        {
            return new Words($"write {Plain[fullWidth]} instead", $"请改用英文标点 {Plain[fullWidth]}");
        }

        return rune.Value switch
        {
            '"' => s_comma,
            '}' or ']' => s_bracket,
            '\'' => s_quotes,
            < ' ' => s_line,
            '+' or '-' or '.' or (>= '0' and <= '9') => s_number,
            _ => Rune.IsLetter(rune) ? s_quotes : s_other,
        };
    }
}
