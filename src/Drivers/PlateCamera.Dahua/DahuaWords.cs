using EdgeGateway.Drivers.Abstractions;
using System.Collections.Frozen;
using EdgeGateway.Protocol.Dahua;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>The vendor's words, each onto its code (plate-camera.md section 2.8, columns Dahua).</summary>
internal static class DahuaWords
{
    private const string Unlisted = "ENUM_UNKNOWN";

    // The names of ColorType in English; silver is grey, as with the other vendors.
    private static readonly CodeTable s_bodyColours = CodeTable.Of(
        ("Black", 1), ("White", 2), ("Gray", 3), ("Grey", 3), ("Silver", 3), ("Red", 4), ("Blue", 5), ("Yellow", 6), ("Orange", 7), ("Brown", 8), ("Green", 9),
        ("Purple", 10), ("Cyan", 11), ("Pink", 12), ("Other", BodyColours.Unknown), ("Unknown", BodyColours.Unknown));

    // Empty: listed, but of no class of GA/T 16.4.
    private static readonly FrozenDictionary<string, string> s_vehicles = new Dictionary<string, string>
    {
        ["SaloonCar"] = "K33",
        ["Bus"] = "",
        ["Motor"] = "",
        ["Unknown"] = "",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static int? PlateColour(DahuaNode word, FlagList flags) => Lookup(word, PlateColours.Dahua, flags);

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

    /// <returns>VIID heading; null when the camera does not say, or says unknown or custom.</returns>
    public static int? Heading(DahuaNode direction, FlagList flags) =>
        Lookup(direction, Headings.Dahua, flags) is { } heading and not Headings.Unknown ? heading : null;

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

    private static int? Lookup(DahuaNode node, CodeTable words, FlagList flags)
    {
        int? code = node.Text is { } word ? words.Read(word) : null;
        flags.Add(code is null && node.Text is not null, Unlisted);
        return code;
    }
}
