using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Kiosks;

namespace EdgeGateway.Drivers.Kiosk;

/// <summary>
/// Reads a catalogue of businesses: <c>{ "namespace": "gz", "codes": [{ "code", "en", "zh" }], "spellings": { "1003": "id.pickup" } }</c>. Codes of a site get its namespace in front.
/// </summary>
public static class BusinessCatalogueSettings
{
    private const int MostCodes = 500;
    private const int LongestSpelling = 64;
    private const int LongestName = 100;

    private static readonly Words s_writeNamespace = new("write a short word of the site such as \"gz\", in small letters", "请写站点的小写短词，例如 \"gz\"");
    private static readonly Words s_noNamespace = new("is no word of 2 to 16 small letters and digits, or one that codes of the product begin with", "不是 2 到 16 个小写字母和数字组成的词，或与内置代码的前缀相同");
    private static readonly Words s_writeCode = new("write small letters, digits, dots and hyphens such as \"elder-card.issue\", at most 40 with the namespace and 5 digits at most", "请用小写字母、数字、点和连字符，例如 \"elder-card.issue\"，连同命名空间最长 40，数字最多 5 个");
    private static readonly Words s_noCode = new("is no code", "不是代码");
    private static readonly Words s_codeTwice = new("stands there twice", "重复出现");
    private static readonly Words s_writeOnce = new("keep one of them", "请只保留一个");
    private static readonly Words s_tooMany = new("are more than 500", "超过 500 项");
    private static readonly Words s_writeLess = new("write at most 500", "最多 500 项");
    private static readonly Words s_noName = new("is longer than 100 characters", "超过 100 个字符");
    private static readonly Words s_writeName = new("write a short name", "请写简短名称");
    private static readonly Words s_noSpelling = new("is no word of 1 to 64 characters", "不是 1 到 64 个字符的词");
    private static readonly Words s_writeSpelling = new("write the kiosk's own word as name and a code as text", "请以自助机的用词为名，以代码为值");
    private static readonly Words s_noSuchCode = new("names no code of the catalogue", "不是目录中的代码");

    /// <summary>What a site's file adds to the table of the product.</summary>
    public static BusinessCatalogue Read(SettingsReader file)
    {
        var own = ReadCodes(file, ReadNamespace(file));
        Business[] all = [.. BusinessTable.Value.Businesses, .. own];
        var spellings = ReadSpellings(file, [.. all.Select(business => business.Code)]);
        file.Finish();
        return new BusinessCatalogue(all, spellings);
    }

    /// <param name="file">Where <c>codes</c> stand.</param>
    /// <param name="prefix">What is put in front; null for nothing.</param>
    public static IReadOnlyList<Business> ReadCodes(SettingsReader file, string? prefix)
    {
        var codes = new List<Business>();
        var items = file.Items("codes");
        if (items.Count > MostCodes)
        {
            file.Wrong("codes", "too-many", s_tooMany, s_writeLess);
        }

        foreach (var item in items.Take(MostCodes))
        {
            if (ReadCode(item, prefix) is { } business && !IsTwice(item, business, codes))
            {
                codes.Add(business);
            }

            item.Finish();
        }

        return codes;
    }

    private static bool IsTwice(SettingsReader item, Business business, List<Business> codes)
    {
        bool isTwice = codes.Exists(one => one.Code == business.Code);
        if (isTwice)
        {
            item.Wrong("code", "twice", s_codeTwice, s_writeOnce);
        }

        return isTwice;
    }

    private static Business? ReadCode(SettingsReader item, string? prefix)
    {
        string written = item.RequiredText("code", s_writeCode);
        string code = prefix is null ? written : $"{prefix}.{written}";
        var (en, zh) = (ReadName(item, "en"), ReadName(item, "zh"));
        if (written.Length == 0)
        {
            return null;
        }

        if (!KioskTexts.IsCode(code) || !KioskTexts.IsCode(written))
        {
            item.Wrong("code", "not-a-code", s_noCode, s_writeCode);
            return null;
        }

        return new Business(code, en, zh);
    }

    private static string? ReadName(SettingsReader item, string name)
    {
        string? text = item.Text(name);
        if (text?.Length > LongestName)
        {
            item.Wrong(name, "too-long", s_noName, s_writeName);
        }

        return text;
    }

    private static string ReadNamespace(SettingsReader file)
    {
        string name = file.RequiredText("namespace", s_writeNamespace);
        bool isRight = name.Length is >= 2 and <= 16 && char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)) && KioskTexts.IsCode(name);
        bool isTaken = name == BusinessCatalogue.Other || BusinessTable.Value.Businesses.Any(business => business.Code.StartsWith($"{name}.", StringComparison.Ordinal));
        if (name.Length > 0 && (!isRight || isTaken))
        {
            file.Wrong("namespace", "not-a-namespace", s_noNamespace, s_writeNamespace);
        }

        return isRight ? name : "site";
    }

    private static Dictionary<string, string> ReadSpellings(SettingsReader file, IReadOnlyList<string> codes)
    {
        var spellings = new Dictionary<string, string>(StringComparer.Ordinal);
        var table = file.Table("spellings");
        if (table.Count > MostCodes)
        {
            file.Wrong("spellings", "too-many", s_tooMany, s_writeLess);
        }

        foreach (var (said, code) in table.Take(MostCodes))
        {
            if (said.Length is 0 or > LongestSpelling)
            {
                file.Wrong("spellings", "not-a-word", s_noSpelling, s_writeSpelling);
            }
            else if (!codes.Contains(code))
            {
                file.Wrong($"spellings.{said}", "unknown-code", s_noSuchCode, SettingsWords.OneOf(codes.Order(StringComparer.Ordinal), NearestName.Of(code, codes)));
            }
            else
            {
                spellings[said] = code;
            }
        }

        return spellings;
    }
}
