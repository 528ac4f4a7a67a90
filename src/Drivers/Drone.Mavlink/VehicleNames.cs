using System.Globalization;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>What a vehicle is called that the site has not named.</summary>
internal static class VehicleNames
{
    public const string Prefix = "sys-";

    public static string Of(byte system) => Prefix + system.ToString(CultureInfo.InvariantCulture);

    /// <summary>A part of a vehicle that is not its autopilot.</summary>
    public static string Part(string vehicle, byte component) => string.Create(CultureInfo.InvariantCulture, $"{vehicle}/{component}");
}
