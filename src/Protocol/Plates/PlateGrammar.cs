using System.Buffers;

namespace EdgeGateway.Protocol.Plates;

/// <summary>The productions of plate-camera.md section 5.2, in their order: the first that fits wins.</summary>
public static class PlateGrammar
{
    /// <summary>Stands for an unread character.</summary>
    public const char Unread = '?';

    // Lower-case letters are alphabets, see Fits; everything else stands for itself.
    private static readonly (string Class, string Pattern)[] s_productions =
    [
        ("EMERGENCY", "pldddd应急"),
        ("WJ_LOCAL", "WJpddddw"),
        ("WJ_HQ", "WJddddw"),
        ("MILITARY", "mnddddd"),
        ("EMBASSY", "dddddd使"),
        ("EMBASSY_OLD", "使dddddd"),
        ("CONSULATE", "padddd领"),
        ("CONSULATE", "pdddd领"),
        ("CONSULATE", "pddddd领"),
        ("CONSULATE", "pdddddd领"),
        ("HKMO", "粤Zssss港"),
        ("HKMO", "粤Zssss澳"),
        ("POLICE", "pacddd警"),
        ("COACH", "passss学"),
        ("TRAILER", "passss挂"),
        ("TEMP_SUFFIX", "passss试"),
        ("TEMP_SUFFIX", "passss超"),
        ("AVIATION", "民航lssss"),
        ("AVIATION", "民航lsssss"),
        ("TRACTOR", "pddddddd"),
        ("NEV_SMALL", "paesdddd"),
        ("NEV_LARGE", "paddddde"),
        (Civil, "passsss"),
    ];

    private const string Civil = "CIVIL";

    private static readonly SearchValues<char> s_provinces =
        SearchValues.Create("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼");

    private static readonly SearchValues<char> s_letters = SearchValues.Create("ABCDEFGHJKLMNPQRSTUVWXYZ");
    private static readonly SearchValues<char> s_serial = SearchValues.Create("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ");
    private static readonly SearchValues<char> s_energy = SearchValues.Create("ABCDEFGHJK");
    private static readonly SearchValues<char> s_armedLast = SearchValues.Create("0123456789TDSHBXJ");
    private static readonly SearchValues<char> s_military1 = SearchValues.Create("VZHKEBSLJNGCQ");
    private static readonly SearchValues<char> s_military2 = SearchValues.Create("ABCDJKLMNPRSTVY");
    private static readonly SearchValues<char> s_police = SearchValues.Create("0123456789ABCD");

    /// <param name="text">Normalised; <c>?</c> fits anything.</param>
    /// <returns>The class of the first production that fits, or null.</returns>
    public static string? Match(ReadOnlySpan<char> text)
    {
        foreach (var (name, pattern) in s_productions)
        {
            if (Fits(text, name, pattern))
            {
                return name;
            }
        }

        return null;
    }

    /// <returns>The class when every production that fits is of one class; null when none fits, or when the unread characters leave it open.</returns>
    public static string? OnlyClass(ReadOnlySpan<char> text)
    {
        string? only = null;
        foreach (var (name, pattern) in s_productions)
        {
            if (Fits(text, name, pattern))
            {
                if (only is not null && only != name)
                {
                    return null;
                }

                only = name;
            }
        }

        return only;
    }

    /// <summary>Reads I as 1 and O as 0, only where the production has a digit or a serial character (section 5.4, step 7).</summary>
    /// <returns>The plate that this makes, or null.</returns>
    public static string? Corrected(string text)
    {
        foreach (var (name, pattern) in s_productions)
        {
            if (pattern.Length == text.Length && text.AsSpan().IndexOfAny('I', 'O') >= 0)
            {
                string read = string.Create(text.Length, (text, pattern), static (kept, from) =>
                {
                    for (int i = 0; i < kept.Length; i++)
                    {
                        kept[i] = Digit(from.text[i], from.pattern[i]);
                    }
                });
                if (read != text && !read.Contains(Unread) && Fits(read, name, pattern))
                {
                    return read;
                }
            }
        }

        return null;
    }

    /// <returns>True for one of the 31 characters that open a mainland plate.</returns>
    public static bool IsProvince(char c) => s_provinces.Contains(c);

    // Serial places; police and armed police have digits or a few letters in theirs.
    private static char Digit(char c, char slot) => (c, slot) switch
    {
        ('I', 'd' or 's' or 'c' or 'w') => '1',
        ('O', 'd' or 's' or 'c' or 'w') => '0',
        _ => c,
    };

    private static bool Fits(ReadOnlySpan<char> text, string name, string pattern) =>
        pattern.Length == text.Length && Fits(text, pattern) && !(name == Civil && text.StartsWith("粤Z"));

    private static bool Fits(ReadOnlySpan<char> text, string pattern)
    {
        for (int i = 0; i < pattern.Length; i++)
        {
            if (text[i] != Unread && !Fits(text[i], pattern[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Fits(char c, char slot) => slot switch
    {
        'p' => s_provinces.Contains(c),
        // O is the prefix of police and government of old (flag LEGACY_O).
        'a' => c == 'O' || s_letters.Contains(c),
        'l' => s_letters.Contains(c),
        'd' => char.IsAsciiDigit(c),
        's' => s_serial.Contains(c),
        'e' => s_energy.Contains(c),
        'w' => s_armedLast.Contains(c),
        'm' => s_military1.Contains(c),
        'n' => s_military2.Contains(c),
        'c' => s_police.Contains(c),
        _ => c == slot,
    };
}
