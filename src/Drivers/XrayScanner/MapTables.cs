using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>Reads tables of a map, and what their usual contents are.</summary>
internal static class MapTables
{
    /// <summary>What a parcel comes to; danger grades (xray.md section 2.2) and the words themselves.</summary>
    public static readonly IReadOnlyDictionary<string, string> Decisions = Table(
        ("-1", ParcelWords.Unknown), ("0", ParcelWords.Clear), ("1", ParcelWords.Alarm), ("2", ParcelWords.Alarm),
        (ParcelWords.Clear, ParcelWords.Clear), (ParcelWords.Alarm, ParcelWords.Alarm), (ParcelWords.Unknown, ParcelWords.Unknown), (ParcelWords.Aborted, ParcelWords.Aborted));

    /// <summary>What became of it (xray.md section 2.2, open-bag record), and the words themselves.</summary>
    public static readonly IReadOnlyDictionary<string, string> Handlings = Table(
        ("-1", WordMap.Nothing), ("0", ParcelWords.GivenUp), ("1", ParcelWords.Released), ("2", ParcelWords.Kept), ("3", ParcelWords.HandedToPolice), ("4", ParcelWords.Returned), ("5", ParcelWords.FalseAlarm),
        (ParcelWords.GivenUp, ParcelWords.GivenUp), (ParcelWords.Released, ParcelWords.Released), (ParcelWords.Kept, ParcelWords.Kept),
        (ParcelWords.HandedToPolice, ParcelWords.HandedToPolice), (ParcelWords.Returned, ParcelWords.Returned), (ParcelWords.FalseAlarm, ParcelWords.FalseAlarm));

    public static readonly IReadOnlyDictionary<string, string> RealNames = Table(
        ("true", ParcelWords.Verified), ("false", ParcelWords.Absent),
        (ParcelWords.Verified, ParcelWords.Verified), (ParcelWords.Failed, ParcelWords.Failed), (ParcelWords.Absent, ParcelWords.Absent));

    /// <summary>What a picture is (xray.md section 2.2, image list).</summary>
    public static readonly IReadOnlyDictionary<string, string> Kinds = Table(
        ("-1", WordMap.Nothing), ("0", "xray"), ("1", "overlay"), ("xray", "xray"), ("overlay", "overlay"), ("scene", "scene"), ("label", "label"));

    private const int MostValues = 64;
    private const int MostCodes = 512;

    /// <summary>A path for the usual values, or <c>{ "path": ..., "values": { ... } }</c> for the device's own.</summary>
    public static WordMap Words(SettingsReader map, string name, IReadOnlyDictionary<string, string> usual)
    {
        if (!map.Has(name) || map.IsText(name))
        {
            return new WordMap(MapPaths.Read(map, name), usual);
        }

        var own = map.Section(name)!;
        var paths = MapPaths.Required(own, "path");
        var values = own.Section("values") is { } table ? Values(table, usual) : usual;
        own.Finish();
        return new WordMap(paths, values);
    }

    /// <summary>The device's codes of things and their categories.</summary>
    public static IReadOnlyDictionary<string, string> Codes(SettingsReader map)
    {
        var codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (map.Section("codes") is not { } table)
        {
            return codes;
        }

        foreach (string code in Names(table, MostCodes))
        {
            codes[code] = Category(table, code);
        }

        table.Finish();
        return codes;
    }

    public static string Category(SettingsReader owner, string name)
    {
        string category = owner.RequiredText(name, MapWordsForPeople.WriteACategory);
        if (category.Length > 0 && !IsCategory(category))
        {
            owner.Wrong(name, "not-a-category", MapWordsForPeople.NotACategory, MapWordsForPeople.WriteACategory);
        }

        return category;
    }

    private static Dictionary<string, string> Values(SettingsReader table, IReadOnlyDictionary<string, string> usual)
    {
        var words = usual.Values.Distinct().Where(word => word != WordMap.Nothing).Append("nothing").ToDictionary(word => word, word => word == "nothing" ? WordMap.Nothing : word);
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string value in Names(table, MostValues))
        {
            values[value] = table.Choice(value, WordMap.Nothing, words);
        }

        table.Finish();
        return values;
    }

    private static IEnumerable<string> Names(SettingsReader table, int most)
    {
        var names = table.Names();
        if (names.Count > most)
        {
            table.Wrong(null, "too-many", MapWordsForPeople.TooMany, MapWordsForPeople.WriteFewer);
        }

        return names;
    }

    private static bool IsCategory(string text) =>
        text is ['P', >= '0' and <= '1', >= '0' and <= '9', ..] and ({ Length: 3 } or [_, _, _, '.', >= '0' and <= '9', >= '0' and <= '9'])
        && (text[1] == '0' || text[2] is <= '2' or '9');

    private static Dictionary<string, string> Table(params ReadOnlySpan<(string Value, string Word)> rows)
    {
        var table = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (value, word) in rows)
        {
            table.Add(value, word);
        }

        return table;
    }
}
