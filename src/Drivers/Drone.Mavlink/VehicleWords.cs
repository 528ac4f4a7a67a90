using System.Globalization;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>Words for the numbers of drone.md section 1.8. What has no word stays visible as its number.</summary>
internal static class VehicleWords
{
    public const string Multirotor = "multirotor";
    public const string Helicopter = "helicopter";
    public const string FixedWing = "fixed-wing";
    public const string Vtol = "vtol";
    public const string Rover = "rover";
    public const string Boat = "boat";

    public const string Critical = "critical";
    public const string Major = "major";
    public const string Minor = "minor";
    public const string Notice = "notice";

    private static readonly string[] s_system = ["uninit", "boot", "calibrating", "standby", "active", "critical", "emergency", "power-off", "termination"];
    private static readonly string[] s_fix = ["none", "no-fix", "2d", "3d", "dgps", "rtk-float", "rtk", "static", "ppp"];
    private static readonly string[] s_landed = ["on-ground", "in-air", "taking-off", "landing"];
    private static readonly string[] s_charge = ["ok", "low", "critical", "emergency", "failed", "unhealthy", "charging"];
    private static readonly string[] s_mission = ["none", "not-started", "active", "paused", "complete"];

    public static string Type(byte type) => type switch
    {
        1 => FixedWing,
        2 or 3 or 13 or 14 or 15 or 29 or 35 or 43 => Multirotor,
        4 => Helicopter,
        10 => Rover,
        11 => Boat,
        >= 19 and <= 25 => Vtol,
        46 => "quadruped",
        _ => Raw(type),
    };

    /// <summary>Not what drives, floats, dives or walks.</summary>
    public static bool CanFly(byte type) => type is not (10 or 11 or 12 or 46);

    public static string System(byte state) => state < s_system.Length ? s_system[state] : Raw(state);

    public static string Fix(byte fix) => fix < s_fix.Length ? s_fix[fix] : Raw(fix);

    /// <summary>Null for what it does not know.</summary>
    public static string? Landed(byte? state) => From1(state, s_landed);

    /// <summary>Null for what it does not tell.</summary>
    public static string? Charge(byte? state) => From1(state, s_charge);

    /// <summary>Null for what it does not tell.</summary>
    public static string? Mission(byte? state) => From1(state, s_mission);

    /// <summary>Of a text: 0 emergency to 7 debug.</summary>
    public static string Severity(byte severity) => severity switch
    {
        <= 2 => Critical,
        3 => Major,
        4 => Minor,
        _ => Notice,
    };

    public static string Raw(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? From1(byte? state, string[] words) => state switch
    {
        null or 0 => null,
        { } known when known <= words.Length => words[known - 1],
        { } other => Raw(other),
    };
}
