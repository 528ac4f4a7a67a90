using EdgeGateway.Drivers.Abstractions;
using System.Collections.Frozen;
using EdgeGateway.Protocol.Elements;
using EdgeGateway.Protocol.Hikvision;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Drivers.PlateCamera.Hikvision;

/// <summary>The vendor's words of a plate and its direction, each onto its code (plate-camera.md sections 2.8 and 3.3, wire spellings).</summary>
internal static class HikvisionWords
{
    private const string Unlisted = "ENUM_UNKNOWN";

    // Empty: listed, but colour and text decide.
    private static readonly FrozenDictionary<string, string> s_plateTypes = new Dictionary<string, string>
    {
        ["92TypeCivil"] = "",
        ["newEnergy"] = "",
        ["hongKongMacao"] = "",
        ["yellowTwoLine"] = "01",
        ["arm"] = "23",
        ["92TypeArm"] = "31",
        ["oneLineArm"] = "31",
        ["twoLineArm"] = "31",
        ["oneLineArmHeadquarters"] = "31",
        ["twoLineArmHeadquarters"] = "31",
        ["upDownMilitay"] = "32",
        ["leftRightMilitay"] = "32",
        ["04NewMilitay"] = "32",
        ["embassy"] = "03",
        ["consulate"] = "04",
        ["coach"] = "16",
        ["trailer"] = "15",
        ["tempTravl"] = "22",
        ["tempEntry"] = "20",
        ["motorola"] = "07",
        ["twoWheelVehicle"] = "07",
        ["green1325FarmVehicle"] = "25",
        ["civilAviation"] = "99",
        ["emergency"] = "99",
        ["others"] = "99",
        ["unknown"] = "44",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <returns>The class the word names; empty when colour and text decide; null when there is no word or it is not listed.</returns>
    public static string? PlateType(Element type, FlagList flags)
    {
        if (type.Text is not { } word)
        {
            return null;
        }

        if (s_plateTypes.TryGetValue(word, out string? listed))
        {
            return listed;
        }

        bool farm = word.StartsWith("yellow", StringComparison.OrdinalIgnoreCase) && word.EndsWith("FarmVehicle", StringComparison.OrdinalIgnoreCase);
        bool staff = word.EndsWith("Headquarters", StringComparison.OrdinalIgnoreCase);
        flags.Add(!farm && !staff, Unlisted);
        return farm ? "13" : staff ? "31" : null;
    }

    /// <returns>GA/T 16.7 class.</returns>
    public static string? PlateClass(string? type, PlateResult plate, int? colour, Element colourWord) => type switch
    {
        { Length: > 0 } => type,
        "" when plate.Class is not "CIVIL" || !colourWord.Is("newEnergyYellowGreen") => PlateClasses.Of(plate, colour),
        "" => "51",
        _ => PlateClasses.Of(plate, colour),
    };

    /// <summary>The camera's word, else the character in front of the plate, else the GA number.</summary>
    public static (int? Code, string? Source) PlateColour(IsapiAlert alert, PlateResult plate, FlagList flags)
    {
        var named = Lookup(alert.Anpr["plateColor"], PlateColours.Hikvision, flags);
        int? numbered = Lookup(alert.Root["VehicleGATInfo"]["plateColorByGAT"], PlateColours.Ga, flags);
        return (named, plate.PrefixColour, numbered) switch
        {
            ({ } word and not PlateColours.Other, _, _) => (word, "field"),
            (_, { } prefix, _) => (prefix, "prefix"),
            (_, _, { } code and not PlateColours.Other) => (code, "field"),
            (null, null, null) => (alert.Anpr["plateColor"].Text is null ? null : PlateColours.Other, null),
            _ => (PlateColours.Other, "field"),
        };
    }

    /// <returns>VIID heading, or null when the camera does not say: it may be configured then.</returns>
    public static int? Heading(IsapiAlert alert, FlagList flags) =>
        Told(Lookup(alert.Root["relaLaneDirectionType"], Headings.HikvisionLaneDirection, flags))
        ?? Told(Lookup(alert.Anpr["detectDir"], Headings.HikvisionDetectDir, flags));

    /// <summary>Forward means towards the camera: an assumption of section 7 that no source confirms.</summary>
    public static string Relative(Element direction, FlagList flags)
    {
        if (direction.Is("forward"))
        {
            return "approach";
        }

        bool reverse = direction.Is("reverse");
        flags.Add(!reverse && direction.Text is not null && !direction.Is("unknown"), Unlisted);
        return reverse ? "leave" : "unknown";
    }

    /// <returns>The code, or null when there is no word or it is not listed.</returns>
    public static int? Lookup(Element element, CodeTable words, FlagList flags)
    {
        if (element.Text is not { } word)
        {
            return null;
        }

        int? code = words.Read(word);
        flags.Add(code is null, Unlisted);
        return code;
    }

    private static int? Told(int? heading) => heading == Headings.Unknown ? null : heading;
}
