using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Pdt;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Reads <see cref="RadioSiteOptions"/>; the same names in every radio driver: <c>numberRule</c>, <c>gradedGroups</c>, <c>statusLabels</c>, <c>network</c>.</summary>
public static class RadioSiteSettings
{
    /// <summary>Most entries of <c>gradedGroups</c> and of <c>statusLabels</c>.</summary>
    public const int MostEntries = 1024;

    private const int LongestLabel = 64;
    private const int HighestStatus = 0xFFFF;

    private static readonly Dictionary<string, NumberScheme> s_schemes = new(StringComparer.Ordinal)
    {
        ["none"] = NumberScheme.None,
        ["national"] = NumberScheme.National,
        ["zhejiang"] = NumberScheme.Zhejiang,
    };

    private static readonly Dictionary<string, GroupGrade> s_grades = new(StringComparer.Ordinal)
    {
        ["city"] = GroupGrade.City,
        ["province"] = GroupGrade.Province,
        ["ministry"] = GroupGrade.Ministry,
    };

    public static RadioSiteOptions Read(SettingsReader device)
    {
        var scheme = Scheme(device);
        var graded = Few(device, "gradedGroups").Select(ReadGraded).ToHashSet();
        if (graded.Count > 0 && scheme != NumberScheme.National)
        {
            device.Wrong("gradedGroups", "no-meaning", RadioWordsForPeople.OnlyNational, RadioWordsForPeople.RemoveOrNational);
        }

        return new RadioSiteOptions
        {
            Numbers = new NumberRule { Scheme = scheme, Graded = graded },
            StatusLabels = ReadLabels(device),
            Network = ReadNetwork(device),
        };
    }

    /// <summary><c>numberRule</c> alone, for drivers that meet no groups.</summary>
    public static NumberScheme Scheme(SettingsReader device) => device.Choice("numberRule", NumberScheme.None, s_schemes);

    private static (int Prefix, GroupGrade Grade) ReadGraded(SettingsReader entry)
    {
        int prefix = entry.Whole("prefix", 0, NumberRule.LowestPrefix, NumberRule.HighestPrefix);
        if (!entry.Has("prefix"))
        {
            entry.Wrong("prefix", "missing", SettingsWords.Missing, RadioWordsForPeople.WriteAPrefix);
        }

        var read = (prefix, entry.Choice("grade", GroupGrade.City, s_grades));
        entry.Finish();
        return read;
    }

    private static Dictionary<int, string> ReadLabels(SettingsReader device)
    {
        var labels = new Dictionary<int, string>();
        foreach (var entry in Few(device, "statusLabels"))
        {
            int code = entry.Whole("code", -1, 0, HighestStatus);
            string label = entry.RequiredText("label", RadioWordsForPeople.WriteALabel);
            if (!entry.Has("code"))
            {
                entry.Wrong("code", "missing", SettingsWords.Missing, RadioWordsForPeople.WriteACode);
            }
            else if (code >= 0 && !labels.TryAdd(code, label))
            {
                entry.Wrong("code", "twice", RadioWordsForPeople.CodeTwice, RadioWordsForPeople.WriteACode);
            }

            if (label.Length > LongestLabel)
            {
                entry.Wrong("label", "too-long", RadioWordsForPeople.LabelTooLong, RadioWordsForPeople.WriteALabel);
            }

            entry.Finish();
        }

        return labels;
    }

    private static string? ReadNetwork(SettingsReader device)
    {
        string? network = device.Text("network");
        bool right = network is null || (network.Length is > 0 and <= 64 && network.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'));
        if (!right)
        {
            device.Wrong("network", "not-a-name", RadioWordsForPeople.NotANetwork, RadioWordsForPeople.WriteANetwork);
        }

        return right ? network : null;
    }

    private static IReadOnlyList<SettingsReader> Few(SettingsReader device, string name)
    {
        var entries = device.Items(name);
        if (entries.Count > MostEntries)
        {
            device.Wrong(name, "too-many", RadioWordsForPeople.TooManyEntries, RadioWordsForPeople.WriteFewer);
            return [];
        }

        return entries;
    }
}
