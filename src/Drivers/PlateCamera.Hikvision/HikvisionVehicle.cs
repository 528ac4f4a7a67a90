using EdgeGateway.Drivers.Abstractions;
using System.Collections.Frozen;
using EdgeGateway.Protocol.Hikvision;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Drivers.PlateCamera.Hikvision;

/// <summary>The vehicle around the plate, from the vendor's words (plate-camera.md sections 2.8 and 3.3).</summary>
internal static class HikvisionVehicle
{
    // No source gives this table: only words that mean exactly one GA class have one, the others are listed without.
    private static readonly FrozenDictionary<string, string> s_types = Types();

    public static VehicleInfo? Of(IsapiAlert alert, PixelRect? rect, FlagList flags)
    {
        var info = alert.Anpr["vehicleInfo"];
        var vehicle = new VehicleInfo
        {
            Class = Class(alert, flags),
            Colour = Colour(alert, flags),
            BrandCode = info["vehicleLogoRecog"].Int() is { } logo and > 0 ? logo : null,
            LengthMm = info["length"].Number() is { } decimetres and > 0 and < 1000 ? (int)Math.Round(decimetres * 100) : null,
            Rect = rect,
        };
        return vehicle == new VehicleInfo() ? null : vehicle;
    }

    private static string? Class(IsapiAlert alert, FlagList flags)
    {
        var ga = alert.Root["VehicleGATInfo"]["vehicleTypeByGAT"];
        if (ga.Text is { } code && VehicleClasses.IsOne(code.ToUpperInvariant()))
        {
            return code.ToUpperInvariant();
        }

        if (alert.Anpr["vehicleType"].Text is not { } word)
        {
            return null;
        }

        flags.Add(!s_types.TryGetValue(word, out string? known), "ENUM_UNKNOWN");
        return string.IsNullOrEmpty(known) ? null : known;
    }

    private static int? Colour(IsapiAlert alert, FlagList flags)
    {
        int? named = HikvisionWords.Lookup(alert.Anpr["vehicleInfo"]["color"], BodyColours.Hikvision, flags);
        int? coded = HikvisionWords.Lookup(alert.Root["VehicleGATInfo"]["colorByGAT"], BodyColours.Ga, flags);
        return named is not (null or 99) ? named : coded ?? named;
    }

    private static FrozenDictionary<string, string> Types()
    {
        string[] withoutClass =
        [
            "vehicle", "smallCar", "miniCar", "hatchback", "coupe", "SUVMPV", "van", "minibus", "bus", "pickupTruck", "truck", "minitruck",
            "mediumHeavyTruck", "containerTruck", "platformTrailer", "slagTruck", "concreteMixer", "oilTankTruck", "crane",
            "motorVehicle", "threeWheelVehicle", "nonmotorVehicle", "pedestrian", "unknown",
        ];
        var types = withoutClass.ToDictionary(word => word, _ => "");
        types["saloon"] = "K33";
        types["mediumBus"] = "K20";
        types["largeBus"] = "K10";
        types["lightTruck"] = "H30";
        types["buggy"] = "H30";
        types["twoWheelVehicle"] = "M20";
        return types.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
