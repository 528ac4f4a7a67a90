using System.Globalization;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>What of a device's state is news when it changes.</summary>
internal static class DjiFacts
{
    /// <summary>What makes a state of an aircraft news; measured values are not among it.</summary>
    public static (string Name, string? Value)[] Of(DroneStateBody state) =>
    [
        ("online", Text(state.Online)),
        ("armed", Text(state.Armed)),
        ("landed", state.Landed),
        ("mode", state.ModeRaw),
        ("mission", state.Mission is { } mission ? $"{mission.Id}/{mission.State}" : null),
        ("home", state.Home is { } home ? string.Create(CultureInfo.InvariantCulture, $"{home.Lat:F5}/{home.Lon:F5}") : null),
        ("model", state.Model),
        ("firmware", state.Firmware),
    ];

    /// <summary>Likewise for a dock.</summary>
    public static (string Name, string? Value)[] Of(DockStateBody state) =>
    [
        ("online", Text(state.Online)),
        ("model", state.Model),
        ("aircraft", state.Aircraft),
        ("mode", state.Mode),
        ("step", state.Step),
        ("cover", state.Cover),
        ("droneInside", Text(state.DroneInside)),
        ("droneCharging", Text(state.DroneCharging)),
        ("emergencyStop", Text(state.EmergencyStop)),
        ("rain", state.Rain),
        ("firmware", state.Firmware),
    ];

    private static string? Text(bool? flag) => flag switch { true => "true", false => "false", _ => null };
}
