using System.Globalization;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>
/// What the private mode words of the autopilots mean (drone.md section 1.8; unverified there). A number without a word stays visible
/// as it is.
/// </summary>
internal static class FlightModes
{
    public const byte ArduPilot = 3;
    public const byte Px4 = 12;

    public const string Return = "return";
    public const string Hold = "hold";
    public const string Land = "land";

    private static readonly Dictionary<uint, string> s_copter = new()
    {
        [0] = "stabilise", [1] = "acro", [2] = "altitude", [3] = "mission", [4] = "guided", [5] = "loiter", [6] = Return, [7] = "circle", [9] = Land, [16] = "position", [17] = Hold, [21] = Return,
    };

    private static readonly Dictionary<uint, string> s_plane = new()
    {
        [0] = "manual", [1] = "circle", [2] = "stabilise", [10] = "mission", [11] = Return, [12] = Hold, [13] = "take-off", [15] = "guided", [19] = Hold, [20] = Land, [21] = Return,
    };

    private static readonly Dictionary<uint, string> s_rover = new()
    {
        [0] = "manual", [4] = Hold, [5] = "loiter", [10] = "mission", [11] = Return, [12] = Return, [15] = "guided",
    };

    private static readonly Dictionary<uint, string> s_px4 = new()
    {
        [1] = "manual", [2] = "altitude", [3] = "position", [5] = "acro", [6] = "offboard", [7] = "stabilise",
    };

    private static readonly Dictionary<uint, string> s_px4Auto = new()
    {
        [1] = "ready", [2] = "take-off", [3] = Hold, [4] = "mission", [5] = Return, [6] = Land, [8] = "follow", [9] = "precision-land",
    };

    /// <summary>A plain word, or the number as text.</summary>
    public static string Word(byte autopilot, byte type, uint custom) => Known(autopilot, type, custom) ?? Raw(custom);

    public static string Raw(uint custom) => custom.ToString(CultureInfo.InvariantCulture);

    /// <summary>The mode word that makes an ArduPilot vehicle of this type stay where it is; null where none is known.</summary>
    public static float? ArduPilotHold(VehicleView vehicle) => VehicleWords.Type(vehicle.Type) switch
    {
        VehicleWords.Multirotor or VehicleWords.Helicopter => 17,
        VehicleWords.FixedWing => 12,
        VehicleWords.Vtol => ArduPilotVtolHold(vehicle.Vtol),
        VehicleWords.Rover or VehicleWords.Boat => 4,
        _ => null,
    };

    /// <summary>For a hover the mode that goes on hovering: the aeroplane's one would send it on a circle. In between by what it is about to be.</summary>
    /// <param name="state">MAV_VTOL_STATE.</param>
    public static float? ArduPilotVtolHold(byte state) => state switch
    {
        1 or 4 => 12,
        2 or 3 => 19,
        _ => null,
    };

    private static string? Known(byte autopilot, byte type, uint custom) => autopilot switch
    {
        Px4 => (custom >> 16 & 0xFF) == 4 ? s_px4Auto.GetValueOrDefault(custom >> 24) : s_px4.GetValueOrDefault(custom >> 16 & 0xFF),
        ArduPilot => VehicleWords.Type(type) switch
        {
            VehicleWords.Multirotor or VehicleWords.Helicopter => s_copter.GetValueOrDefault(custom),
            VehicleWords.FixedWing or VehicleWords.Vtol => s_plane.GetValueOrDefault(custom),
            VehicleWords.Rover or VehicleWords.Boat => s_rover.GetValueOrDefault(custom),
            _ => null,
        },
        _ => null,
    };
}
