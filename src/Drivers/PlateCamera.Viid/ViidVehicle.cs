using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PlateCamera;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Protocol.Viid.Json;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>The vehicle around the plate. What is said of the people in it is not read.</summary>
internal static class ViidVehicle
{
    /// <summary>A code of the standard; what is longer is a name.</summary>
    private const int BrandDigits = 3;

    public static VehicleInfo? Of(ViidValue vehicle, PixelRect? rect, FlagList flags)
    {
        string? brand = vehicle["VehicleBrand"].Text;
        int? code = brand is { Length: <= BrandDigits } ? vehicle["VehicleBrand"].Int() : null;
        var info = new VehicleInfo
        {
            Class = ViidWords.VehicleClass(vehicle["VehicleClass"], flags),
            Colour = ViidWords.BodyColour(vehicle["VehicleColor"], flags),
            Brand = code is null ? brand : null,
            BrandCode = code,
            BrandConfidence = ViidPlate.Percent(vehicle["BrandReliability"]) is { } percent ? (int)Math.Round(percent, MidpointRounding.AwayFromZero) : null,
            Model = vehicle["VehicleModel"].Text,
            LengthMm = vehicle["VehicleLength"].Int() is { } length and > 0 ? length : null,
            Rect = rect,
        };
        return info == new VehicleInfo() ? null : info;
    }
}
