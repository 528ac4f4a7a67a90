namespace EdgeGateway.Tests.Protocol.Plates;

/// <summary>
/// The table of plate-camera.md section 5.2 written a second time, as sets of characters a place, and judged by the
/// simplest code there is. It knows normalised text only.
/// </summary>
internal static class PlateOracle
{
    public const string Provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    private const string Digits = "0123456789";
    private const string Issuers = "ABCDEFGHJKLMNOPQRSTUVWXYZ";
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string ArmedLast = Digits + "TDSHBXJ";

    private static readonly Dictionary<char, string> s_sets = new()
    {
        ['P'] = Provinces,
        ['A'] = Issuers,
        ['L'] = Letters,
        ['D'] = Digits,
        ['S'] = Digits + Letters,
        ['E'] = "ABCDEFGHJK",
        ['1'] = "VZHKEBSLJNGCQ",
        ['2'] = "ABCDJKLMNPRSTVY",
        ['3'] = ArmedLast,
        ['4'] = Digits + "ABCD",
    };

    // Capitals and digits are sets, quoted characters are themselves.
    public static readonly IReadOnlyList<(string Class, string[] Places)> Rows =
    [
        Row("EMERGENCY", "PLDDDD'应'急"),
        Row("WJ_LOCAL", "'W'JPDDDD3"),
        Row("WJ_HQ", "'W'JDDDD3"),
        Row("MILITARY", "12DDDDD"),
        Row("EMBASSY", "DDDDDD'使"),
        Row("EMBASSY_OLD", "'使DDDDDD"),
        Row("CONSULATE", "PADDDD'领"),
        Row("CONSULATE", "PDDDD'领"),
        Row("CONSULATE", "PDDDDD'领"),
        Row("CONSULATE", "PDDDDDD'领"),
        Row("HKMO", "'粤'ZSSSS'港"),
        Row("HKMO", "'粤'ZSSSS'澳"),
        Row("POLICE", "PA4DDD'警"),
        Row("COACH", "PASSSS'学"),
        Row("TRAILER", "PASSSS'挂"),
        Row("TEMP_SUFFIX", "PASSSS'试"),
        Row("TEMP_SUFFIX", "PASSSS'超"),
        Row("AVIATION", "'民'航LSSSS"),
        Row("AVIATION", "'民'航LSSSSS"),
        Row("TRACTOR", "PDDDDDDD"),
        Row("NEV_SMALL", "PAESDDDD"),
        Row("NEV_LARGE", "PADDDDDE"),
        Row("CIVIL", "PASSSSS"),
    ];

    public static string? Class(string text) => Rows.FirstOrDefault(row => Fits(row, text, false)).Class;

    /// <summary>Every class that a text with question marks can be of.</summary>
    public static IReadOnlyList<string> Classes(string mask) => [.. Rows.Where(row => Fits(row, mask, true)).Select(row => row.Class).Distinct()];

    /// <summary>Every plate that comes of reading some of the I and O as 1 and 0.</summary>
    public static IReadOnlyList<string> Corrections(string text)
    {
        int[] places = [.. Enumerable.Range(0, text.Length).Where(i => text[i] is 'I' or 'O')];
        return
        [
            .. from choice in Enumerable.Range(1, (1 << places.Length) - 1)
               let read = string.Concat(text.Select((c, i) => Array.IndexOf(places, i) is var at and >= 0 && (choice >> at & 1) == 1 ? c == 'I' ? '1' : '0' : c))
               where Class(read) is not null
               select read,
        ];
    }

    public static string Sample((string Class, string[] Places) row, Random random)
    {
        string text;
        do
        {
            text = string.Concat(row.Places.Select(place => place[random.Next(place.Length)]));
        }
        while (Class(text) != row.Class);
        return text;
    }

    private static bool Fits((string Class, string[] Places) row, string text, bool masks) =>
        text.Length == row.Places.Length
        && text.Zip(row.Places).All(pair => pair.Second.Contains(pair.First) || (masks && pair.First == '?'))
        && !(row.Class == "CIVIL" && text.StartsWith("粤Z", StringComparison.Ordinal));

    private static (string, string[]) Row(string name, string pattern)
    {
        var places = new List<string>();
        for (int i = 0; i < pattern.Length; i++)
        {
            places.Add(pattern[i] == '\'' ? pattern[++i].ToString() : s_sets.GetValueOrDefault(pattern[i], pattern[i].ToString()));
        }

        return (name, [.. places]);
    }
}
