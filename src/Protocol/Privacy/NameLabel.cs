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

    /// <summary>Words of one label, such as 联系人 姓名 全称.</summary>
    private const int MostWords = 8;

    /// <summary>The longest first: addr is the beginning of address.</summary>
    private static readonly string[] s_labels =
    [
        .. ((string[])
        [
            "姓名", "名字", "持卡人", "持证人", "申请人", "办理人", "经办人", "操作员", "操作人", "联系人", "监护人", "证件人", "当事人", "旅客", "乘客", "客户", "用户",
            "群众", "公民", "户主", "户名", "收款人", "付款人", "缴费人", "收件人", "寄件人", "代办人", "代理人", "委托人", "驾驶人", "曾用名", "住址", "地址", "户籍", "民族", "性别", "出生", "签发机关", "发证机关", "身份证", "护照", "电话", "手机", "微信",
            "name", "holder", "applicant", "customer", "citizen", "passenger", "owner", "operator", "user", "person", "client", "address", "addr", "phone", "mobile",
            "nation", "sex", "gender", "birth", "birthday", "mail", "passport", "xingming", "xm",
        ]).OrderByDescending(label => label.Length),
    ];

    /// <summary>What makes a label longer.</summary>
    private static readonly string[] s_more = ["名称", "全名", "全称", "号码", "证号", "编号", "名", "号"];

    private static readonly SearchValues<char> s_firsts = SearchValues.Create(string.Concat(s_labels.Select(label => $"{label[0]}{char.ToUpperInvariant(label[0])}").Distinct()));

    private static readonly SearchValues<char> s_titles = SearchValues.Create("人名员者主");

    private static readonly SearchValues<char> s_signs = SearchValues.Create(":：=＝");

    private static readonly SearchValues<char> s_around = SearchValues.Create("\"'“”‘’「」『』《》<>[]【】()（）{}-－—_|,，是为叫/#→；;.\\");

    /// <summary>Between Latin words they make a path or a name of a program: User.Error.</summary>
    private static readonly SearchValues<char> s_steps = SearchValues.Create("/#.\\");

    private static readonly SearchValues<char> s_ends = SearchValues.Create(",，;；。、|\r\n\t\"”」』》】]）)}>");

    private static readonly SearchValues<char> s_letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'");

    /// <returns>Null when no label begins here, or nothing that it could label follows.</returns>
    public static NameLabel? Find(string text, int at)
    {
        var value = s_firsts.Contains(text[at]) && WordEnd(text, at, s_labels) is { } end ? Value(text, end) : null;
        return value ?? Titled(text, at);
    }

    /// <summary>Forms have more words for people than any list: whatever ends in one of these characters and has a sign and Han characters behind it.</summary>
    private static NameLabel? Titled(string text, int at)
    {
        if (!s_titles.Contains(text[at]))
        {
            return null;
        }

        int start = Skip(text, at + 1, out bool hasSign);
        return hasSign && start < text.Length && IsHan(text[start]) ? new NameLabel(start, ThoughtEnd(text, start)) : null;
    }

    private static int? WordEnd(string text, int start, string[] words)
    {
        foreach (string word in words)
        {
            if (LabelEnd(text, start, word) is { } end)
            {
                return end;
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

    /// <summary>
    /// Behind a colon everything up to the next sign of a new thought; without one Han characters or words that begin large, for "user error" names nobody.
    /// Han characters before a colon may be the end of the label or the name itself, so nothing of both is left.
    /// </summary>
    private static NameLabel? Value(string text, int labelEnd)
    {
        int start = Skip(text, labelEnd, out bool hasSign);
        int? more = null;
        for (int words = 1; !hasSign && words < MostWords && NextWord(text, start, ref more) is { } wordEnd; words++)
        {
            labelEnd = wordEnd;
            start = Skip(text, wordEnd, out hasSign);
        }

        if (hasSign)
        {
            int thoughtEnd = ThoughtEnd(text, start);
            return thoughtEnd > start ? new NameLabel(start, thoughtEnd) : null;
        }

        int hanEnd = HanEnd(text, start);
        int behind = Skip(text, hanEnd, out bool isNamed);
        int end = hanEnd > start && isNamed ? ThoughtEnd(text, behind) : Math.Max(hanEnd, WordsEnd(text, start, labelEnd));
        int from = more ?? start;
        end = Math.Max(end, HanEnd(text, from));
        return end - from >= 2 ? new NameLabel(from, end) : null;
    }

    /// <param name="text">All of it.</param>
    /// <param name="start">Where the next word of the label could be.</param>
    /// <param name="more">Where the first one is that without a colon may be the beginning of a name.</param>
    private static int? NextWord(string text, int start, ref int? more)
    {
        if (WordEnd(text, start, s_labels) is { } end)
        {
            bool isCut = end < text.Length && char.IsAsciiLetter(text[end - 1]) && char.IsAsciiLetter(text[end]);
            return isCut ? null : end;
        }

        int? moreEnd = WordEnd(text, start, s_more);
        more ??= moreEnd is null ? null : start;
        return moreEnd;
    }

    /// <returns>Behind the signs that stand between a label and what it labels.</returns>
    private static int Skip(string text, int from, out bool hasSign)
    {
        hasSign = false;
        int at = from;
        for (; at < text.Length && at - from < MostBetween && (s_signs.Contains(text[at]) || s_around.Contains(text[at]) || char.IsWhiteSpace(text[at])); at++)
        {
            hasSign |= s_signs.Contains(text[at]);
        }

        return at;
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
        bool isPath = start > labelEnd && char.IsAscii(text[labelEnd - 1]) && s_steps.Contains(text[start - 1]);
        for (int at = start; !isPath && at > labelEnd && at < text.Length && char.IsAsciiLetterUpper(text[at]);)
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
