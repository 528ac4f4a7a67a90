using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Generic;

/// <summary>Reads a map file: every mistake becomes a finding with its path in the file and what would be right.</summary>
public static class SensorMapReader
{
    private const int MostNames = 1024;

    /// <summary>Asks for <c>map</c>, the path of the file.</summary>
    internal static SensorMap OfDevice(SettingsReader device)
    {
        device.RequiredText("map", MapWords.WriteAMap);
        return device.InFile("map", Read) ?? SensorMap.Empty;
    }

    /// <param name="map">The whole file.</param>
    public static SensorMap Read(SettingsReader map)
    {
        // Where the schema lies, for editors.
        map.Text("$schema");
        var rules = map.RequiredItems("rules", MapWords.WriteRules);
        MapParts.Refuse(map, rules.Count > SensorMap.MostRules, "rules", "too-many", MapWords.TooMany, MapWords.AtMost(SensorMap.MostRules));
        var read = new SensorMap
        {
            Rules = MapMarks.Of(rules.Take(SensorMap.MostRules).Select(MapRuleReader.Read)),
            Mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(map.Written))),
            MostNames = map.Whole("mostNames", SensorMap.Empty.MostNames, 1, MostNames),
        };
        map.Finish();
        return read;
    }
}
