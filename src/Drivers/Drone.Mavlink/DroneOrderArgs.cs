using System.Text.Json;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>The arguments of an order, checked.</summary>
/// <param name="Vehicle">Name; null: the only one.</param>
/// <param name="To">drone.go-to: where.</param>
/// <param name="HeightM">drone.go-to: metres above the point of take-off, more than 0 to 1,000.</param>
/// <param name="Camera">drone.take-picture: which of the cameras, 1 to 6, component ids 100 to 105; null: the only one, or whichever the autopilot knows.</param>
internal sealed record DroneOrderArgs(string? Vehicle, GeoPosition? To, double HeightM, int? Camera)
{
    private const double MostHeightM = 1_000;
    private const int MostCameras = 6;

    /// <returns>Null for what is not exactly what that command takes.</returns>
    public static DroneOrderArgs? Read(string command, JsonElement args)
    {
        if (args.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var names = args.EnumerateObject().Select(one => one.Name).ToList();
        string[] allowed = command switch
        {
            DroneCommands.GoTo => ["vehicle", "lat", "lon", "heightM"],
            DroneCommands.TakePicture => ["vehicle", "camera"],
            _ => ["vehicle"],
        };
        bool isRight = names.TrueForAll(allowed.Contains) && names.Distinct(StringComparer.Ordinal).Count() == names.Count;
        return isRight && Text(args, "vehicle", out string? vehicle) && Camera1(args, out int? camera) && Place(command, args, out var to, out double height)
            ? new DroneOrderArgs(vehicle, to, height, camera)
            : null;
    }

    private static bool Text(JsonElement args, string name, out string? text)
    {
        text = args.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return text is not null || !args.TryGetProperty(name, out _);
    }

    private static bool Camera1(JsonElement args, out int? camera)
    {
        camera = null;
        if (!args.TryGetProperty("camera", out var value))
        {
            return true;
        }

        camera = value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number is >= 1 and <= MostCameras ? number : null;
        return camera is not null;
    }

    private static bool Place(string command, JsonElement args, out GeoPosition? to, out double height)
    {
        (to, height) = (null, 0);
        if (command != DroneCommands.GoTo)
        {
            return true;
        }

        if (Number(args, "lat") is not { } lat || Number(args, "lon") is not { } lon || Number(args, "heightM") is not { } up)
        {
            return false;
        }

        (to, height) = (new GeoPosition(lat, lon, "WGS-84", "command"), up);
        return lat is >= -90 and <= 90 && lon is >= -180 and <= 180 && (lat, lon) is not (0, 0) && up is > 0 and <= MostHeightM;
    }

    private static double? Number(JsonElement args, string name) =>
        args.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number) ? number : null;
}
