using System.Buffers;

namespace EdgeGateway.Protocol.Privacy;

/// <summary>A word that says that a person's own data follow.</summary>
/// <param name="ValueStart">Where they begin.</param>
/// <param name="ValueEnd">Where they end.</param>
internal readonly record struct NameLabel(int ValueStart, int ValueEnd)
{
    /// <summary>Blanks in a label: forms print 姓　名.</summary>
    private const int MostBlanks = 4;

    /// <summary>Characters between a label and what it labels.</summary>
    private const int MostBetween = 12;

    private static readonly string[] s_labels =
    [
        "姓名", "名字", "持卡人", "持证人", "申请人", "办理人", "经办人", "操作员", "操作人", "联系人", "监护人", "证件人", "当事人", "旅客", "乘客", "客户", "用户",
        "群众", "公民", "户主", "住址", "地址", "户籍", "民族", "性别", "出生", "签发机关", "发证机关", "身份证", "护照", "电话", "手机", "微信",
        "name", "holder", "applicant", "customer", "citizen", "passenger", "owner", "operator", "user", "person", "client", "address", "addr", "phone", "mobile",
        "nation", "sex", "gender", "birth", "birthday", "mail", "passport", "xingming", "xm",
    ];

    private static readonly SearchValues<char> s_firsts = SearchValues.Create(string.Concat(s_labels.Select(label => $"{label[0]}{char.ToUpperInvariant(label[0])}").Distinct()));

    private static readonly SearchValues<char> s_signs = SearchValues.Create(":：=＝");

    private static readonly SearchValues<char> s_around = SearchValues.Create("\"'“”‘’「」『』《》<>[]【】()（）{}-－—_|,，是为叫");

    private static readonly SearchValues<char> s_ends = SearchValues.Create(",，;；。、|\r\n\t\"”」』》】]）)}>");

    private static readonly SearchValues<char> s_letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'");

    /// <returns>Null when no label begins here, or nothing that it could label follows.</returns>
    public static NameLabel? Find(string text, int at)
    {
        if (!s_firsts.Contains(text[at]))
        {
            return null;
        }

        foreach (string label in s_labels)
        {
            if (LabelEnd(text, at, label) is { } end && Value(text, end) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static int? LabelEnd(string text, int start, string label)
    {
        int at = start;
        foreach (char letter in label)
        {
            int blanks = 0;
            while (at > start && at < text.Length && letter > 0x7F && char.IsWhiteSpace(text[at]) && blanks++ < MostBlanks)
            {
                at++;
            }

            if (at >= text.Length || char.ToLowerInvariant(text[at]) != letter)
            {
                return null;
            }

            at++;
        }

        return at;
    }

    /// <summary>Behind a colon everything up to the next sign of a new thought; without one Han characters or words that begin large, for "user error" names nobody.</summary>
    private static NameLabel? Value(string text, int labelEnd)
    {
        bool hasSign = false;
        int start = labelEnd;
        for (; start < text.Length && start - labelEnd < MostBetween && (s_signs.Contains(text[start]) || s_around.Contains(text[start]) || char.IsWhiteSpace(text[start])); start++)
        {
            hasSign |= s_signs.Contains(text[start]);
        }

        int end = hasSign ? ThoughtEnd(text, start) : Math.Max(HanEnd(text, start), WordsEnd(text, start, labelEnd));
        return end - start >= (hasSign ? 1 : 2) ? new NameLabel(start, end) : null;
    }

    private static int ThoughtEnd(string text, int start)
    {
        int length = text.AsSpan(start).IndexOfAny(s_ends);
        return length < 0 ? text.Length : start + length;
    }

    /// <summary>Names of some nations are written with a point in them; forms print a blank behind a family name of one character.</summary>
    private static int HanEnd(string text, int start)
    {
        int end = start;
        for (int at = start; at < text.Length; at++)
        {
            if (IsHan(text[at]))
            {
                end = at + 1;
            }
            else if (at == start || !(text[at] is '·' or '•' || (text[at] is ' ' or '　' && end == start + 1)))
            {
                break;
            }
        }

        return end;
    }

    /// <summary>A name in Latin letters: words that begin large, each behind a blank.</summary>
    private static int WordsEnd(string text, int start, int labelEnd)
    {
        int end = start;
        for (int at = start; at > labelEnd && at < text.Length && char.IsAsciiLetterUpper(text[at]);)
        {
            int length = text.AsSpan(at).IndexOfAnyExcept(s_letters);
            end = length < 0 ? text.Length : at + length;
            bool isWord = end == text.Length || !char.IsAsciiDigit(text[end]);
            if (!isWord)
            {
                return at > start ? at - 1 : start;
            }

            at = end < text.Length && text[end] == ' ' ? end + 1 : text.Length;
        }

        return end;
    }

    /// <summary>Rare names stand in the supplementary planes.</summary>
    private static bool IsHan(char letter) => letter is (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') || char.IsSurrogate(letter);
}
