using System.Globalization;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>Sensors of SYS_STATUS (drone.md section 1.8).</summary>
internal static class SensorWords
{
    public const string PreArm = "pre-arm";
    public const string Logging = "logging";

    private static readonly Dictionary<uint, string> s_names = new()
    {
        [0x1] = "gyro", [0x2] = "accelerometer", [0x4] = "magnetometer", [0x8] = "barometer", [0x20] = "gps", [0x10000] = "rc-receiver", [0x100000] = "geofence", [0x200000] = "ahrs",
        [0x1000000] = Logging, [0x2000000] = "battery", [0x10000000] = PreArm, [0x20000000] = "obstacle-avoidance", [0x40000000] = "propulsion",
    };

    /// <summary>Those that are in use and not well; a bit without a name as hex.</summary>
    public static IReadOnlyList<string> Unhealthy(SysStatus status)
    {
        uint bad = status.OnboardControlSensorsEnabled & ~status.OnboardControlSensorsHealth;
        var names = new List<string>();
        for (int bit = 0; bit < 32; bit++)
        {
            uint mask = 1u << bit;
            if ((bad & mask) != 0)
            {
                names.Add(s_names.GetValueOrDefault(mask) ?? string.Create(CultureInfo.InvariantCulture, $"0x{mask:x}"));
            }
        }

        return names;
    }

    /// <summary>A vehicle on the ground that is not ready, or that keeps no log, is nothing to wake somebody for: such stand in the state only.</summary>
    public static bool IsAlarm(string sensor) => sensor is not (PreArm or Logging);

    /// <summary>What keeps it in the air is critical.</summary>
    public static string Severity(string sensor) => sensor is "gyro" or "accelerometer" or "ahrs" or "battery" or "propulsion" ? VehicleWords.Critical : VehicleWords.Major;
}
