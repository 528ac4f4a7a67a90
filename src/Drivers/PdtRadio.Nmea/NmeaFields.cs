using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Nmea;

namespace EdgeGateway.Drivers.PdtRadio.Nmea;

/// <summary>A sentence with its raw values under their names, for a person.</summary>
internal static class NmeaFields
{
    private static readonly Dictionary<string, string[]> s_names = new(StringComparer.Ordinal)
    {
        [NmeaRmc.TypeName] = ["utc", "status", "lat", "ns", "lon", "ew", "speedKnots", "courseDeg", "date", "magneticVariationDeg", "magneticVariationEw", "mode", "navStatus"],
        [NmeaGga.TypeName] =
        [
            "utc", "lat", "ns", "lon", "ew", "quality", "satellites", "hdop", "altitude", "altitudeUnit", "geoidSeparation", "geoidSeparationUnit", "differentialAge", "differentialStation",
        ],
        ["ZDA"] = ["utc", "day", "month", "year", "zoneHours", "zoneMinutes"],
        ["GSA"] = ["selection", "fixType", .. Enumerable.Range(1, 12).Select(number => FormattableString.Invariant($"satellite{number}")), "pdop", "hdop", "vdop", "system"],
    };

    /// <summary>Empty values are unknown and left out; what has no name stands in <c>values</c>.</summary>
    public static JsonObject Of(NmeaSentence sentence)
    {
        var fields = new JsonObject { ["talker"] = sentence.Talker };
        string[] names = s_names.GetValueOrDefault(sentence.Type) ?? [];
        foreach (var (name, value) in names.Zip(sentence.Values).Where(pair => pair.Second.Length > 0))
        {
            fields[name] = value;
        }

        if (sentence.Values.Count > names.Length)
        {
            fields["values"] = new JsonArray([.. sentence.Values.Skip(names.Length).Select(value => (JsonNode?)value)]);
        }

        return fields;
    }
}
