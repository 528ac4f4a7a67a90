using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Dahua;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>A speed that two places tell; the vehicle's own counts.</summary>
internal static class DahuaSpeed
{
    /// <returns>km/h, or null when neither place tells one.</returns>
    public static double? Of(DahuaNode ofVehicle, DahuaNode ofEvent, FlagList flags)
    {
        double? first = Speed(ofVehicle);
        double? second = Speed(ofEvent);
        flags.Add(first is { } one && second is { } other && one != other && other != 0, "SPEED_CONFLICT");
        return first ?? second;
    }

    private static double? Speed(DahuaNode node) => node.Number() is { } speed and >= 0 and < 1000 ? speed : null;
}
