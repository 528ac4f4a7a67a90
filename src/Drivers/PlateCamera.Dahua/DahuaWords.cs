using System.Collections.Frozen;
using EdgeGateway.Protocol.Dahua;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>The vendor's words, each onto its code (plate-camera.md section 2.8, columns Dahua).</summary>
internal static class DahuaWords
{
    private const string Unlisted = "ENUM_UNKNOWN";

    private static readonly FrozenDictionary<string, int> s_plateColours = new Dictionary<string, int>
    {
        ["White"] = PlateColours.White,
        ["Yellow"] = PlateColours.Yellow,
        ["YellowbottomBlackText"] = PlateColours.Yellow,
        ["Blue"] = PlateColours.Blue,
        ["BluebottomWhiteText"] = PlateColours.Blue,
        ["Black"] = PlateColours.Black,
        ["BlackBottomWhiteText"] = PlateColours.Black,
        ["Green"] = PlateColours.Green,
        ["ShadowGreen"] = PlateColours.Green,
        ["YellowGreen"] = PlateColours.Green,
        ["Unknown"] = PlateColours.Other,
        ["Other"] = PlateColours.Other,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // The names of ColorType in English; silver is grey, as with the other vendors.
    private static readonly FrozenDictionary<string, int> s_bodyColours = new Dictionary<string, int>
    {
        ["Black"] = PlateColours.Black,
        ["White"] = PlateColours.White,
        ["Gray"] = 3,
        ["Grey"] = 3,
        ["Silver"] = 3,
        ["Red"] = 4,
        ["Blue"] = PlateColours.Blue,
        ["Yellow"] = PlateColours.Yellow,
        ["Orange"] = 7,
        ["Brown"] = 8,
        ["Green"] = PlateColours.Green,
        ["Purple"] = 10,
        ["Cyan"] = 11,
        ["Pink"] = 12,
        ["Other"] = PlateColours.Other,
        ["Unknown"] = PlateColours.Other,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Empty: listed, but of no class of GA/T 16.4.
    private static readonly FrozenDictionary<string, string> s_vehicles = new Dictionary<string, string>
    {
        ["SaloonCar"] = "K33",
        ["Bus"] = "",
        ["Motor"] = "",
        ["Unknown"] = "",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static int? PlateColour(DahuaNode word, FlagList flags) => Lookup(word, s_plateColours, flags);

    public static int? BodyColour(DahuaNode word, FlagList flags) => Lookup(word, s_bodyColours, flags);

    public static string? VehicleClass(DahuaNode word, FlagList flags)
    {
        if (word.Text is not { } text)
        {
            return null;
        }

        flags.Add(!s_vehicles.TryGetValue(text, out string? known), Unlisted);
        return string.IsNullOrEmpty(known) ? null : known;
    }

    /// <returns>VIID heading; null when the camera does not say, or says custom.</returns>
    public static int? Heading(DahuaNode direction, FlagList flags)
    {
        int? heading = direction.Whole() switch
        {
            0 => Headings.SouthNorth,
            1 => Headings.SouthwestNortheast,
            2 => Headings.WestEast,
            3 => Headings.NorthwestSoutheast,
            4 => Headings.NorthSouth,
            5 => Headings.NortheastSouthwest,
            6 => Headings.EastWest,
            7 => Headings.SoutheastNorthwest,
            _ => null,
        };
        flags.Add(heading is null && direction.Text is not null && direction.Whole() is not (8 or 9), Unlisted);
        return heading;
    }

    /// <summary>Obverse means towards the camera: an assumption that no source confirms; Approach and Leave come before it.</summary>
    public static string Relative(DahuaNode driving, DahuaNode junction, FlagList flags)
    {
        if (driving.Is("Approach") || driving.Is("Leave"))
        {
            return driving.Is("Leave") ? "leave" : "approach";
        }

        flags.Add(junction.Text is not null && !junction.Is("Obverse") && !junction.Is("Reverse") && !junction.Is("Unknown"), Unlisted);
        return junction.Is("Obverse") ? "approach" : junction.Is("Reverse") ? "leave" : "unknown";
    }

    public static string? Side(DahuaNode vehicleDirection) =>
        vehicleDirection.Is("Head") ? "front" : vehicleDirection.Is("Tail") ? "rear" : null;

    public static bool IsForeign(string? country) =>
        country is not null && country.ToUpperInvariant() is not ("CHN" or "CN" or "CHINA" or "156" or "UNKNOWN" or "中国");

    private static int? Lookup(DahuaNode node, FrozenDictionary<string, int> words, FlagList flags)
    {
        if (node.Text is not { } word)
        {
            return null;
        }

        bool listed = words.TryGetValue(word, out int code);
        flags.Add(!listed, Unlisted);
        return listed ? code : null;
    }
}
