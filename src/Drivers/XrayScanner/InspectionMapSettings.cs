using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Parcels;

namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>Reads <see cref="InspectionMap"/>: every mistake of it is a finding with its own path, and all come at once.</summary>
internal static class InspectionMapSettings
{
    private const int MostEvents = 32;
    private const int MostTypes = 16;
    private const int MostIgnored = 64;
    private const int MostTexts = 256;
    private const int LongestPart = 32;

    /// <param name="map">The object that is the map.</param>
    /// <param name="time">Where the vendor's channel has the time of any event; an entry may say otherwise.</param>
    public static InspectionMap Read(SettingsReader map, FieldPaths time)
    {
        var events = map.RequiredItems("events", MapWordsForPeople.WriteEvents);
        Refuse(map, events.Count > MostEvents, "events");
        var read = new InspectionMap
        {
            Events = [.. events.Take(MostEvents).Select(entry => EventMapSettings.Read(entry, Types(entry, "types", MostTypes, required: true), time))],
            Ignore = Types(map, "ignore", MostIgnored, required: false),
            Codes = MapTables.Codes(map),
            Texts = new ParcelTextRules(Texts(map)),
        };
        map.Finish();
        return read;
    }

    private static IReadOnlyList<TypePattern> Types(SettingsReader owner, string name, int most, bool required)
    {
        var types = required ? owner.RequiredTexts(name, MapWordsForPeople.WriteTypes) : owner.Texts(name) ?? [];
        if (types.Count > most || !types.All(TypePattern.IsOne))
        {
            owner.Wrong(name, "not-a-type", MapWordsForPeople.NotAType, MapWordsForPeople.WriteTypes);
            return [];
        }

        return [.. types.Select(type => new TypePattern(type))];
    }

    private static IReadOnlyList<(string Part, string Category)> Texts(SettingsReader map)
    {
        var rules = new List<(string, string)>();
        var items = map.Items("texts");
        Refuse(map, items.Count > MostTexts, "texts");
        foreach (var item in items.Take(MostTexts))
        {
            string part = item.RequiredText("part", MapWordsForPeople.WriteAPart);
            if (part.Length > LongestPart)
            {
                item.Wrong("part", "too-long", MapWordsForPeople.TooLongText, MapWordsForPeople.WriteShorter);
            }

            string category = MapTables.Category(item, "category");
            item.Finish();
            if (part.Length > 0)
            {
                rules.Add((part, category));
            }
        }

        return rules;
    }

    private static void Refuse(SettingsReader map, bool wrong, string name)
    {
        if (wrong)
        {
            map.Wrong(name, "too-many", MapWordsForPeople.TooMany, MapWordsForPeople.WriteFewer);
        }
    }
}
