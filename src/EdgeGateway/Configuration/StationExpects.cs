using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Configuration;

/// <summary>Reads <c>inspection.stations[].expects</c>.</summary>
internal static class StationExpects
{
    private static readonly Dictionary<string, PartWord> s_words = new(StringComparer.Ordinal)
    {
        ["scan"] = PartWord.Scan,
        ["picture"] = PartWord.Picture,
        ["barcode"] = PartWord.Barcode,
        ["plc"] = PartWord.Plc,
        ["desk"] = PartWord.Desk,
    };

    public static IReadOnlyList<PartWord> Read(SettingsReader station, StationSettings settings)
    {
        if (!station.Has("expects"))
        {
            return [.. Usual(settings)];
        }

        var expects = new List<PartWord>();
        foreach (string word in (station.Texts("expects") ?? []).Distinct())
        {
            if (!s_words.TryGetValue(word, out var part))
            {
                station.Wrong("expects", "unknown-choice", InspectionWords.NotAPart(word), InspectionWords.Parts(s_words.Keys, NearestName.Of(word, s_words.Keys)));
            }
            else if (Lacks(part, settings))
            {
                station.Wrong("expects", "nobody-tells", InspectionWords.NobodyTells(word), InspectionWords.ListTheDevice);
            }
            else
            {
                expects.Add(part);
            }
        }

        return expects;
    }

    /// <summary>Nobody waits for a person by default: most parcels are not opened.</summary>
    private static IEnumerable<PartWord> Usual(StationSettings settings) =>
        new[] { PartWord.Scan, PartWord.Barcode, PartWord.Plc }.Where(part => !Lacks(part, settings));

    private static bool Lacks(PartWord part, StationSettings settings) => part switch
    {
        PartWord.Scan => settings.Scanners.Count == 0,
        PartWord.Barcode => settings.Barcodes.Count == 0,
        PartWord.Plc => settings.Plcs.Count == 0,
        _ => false,
    };
}
