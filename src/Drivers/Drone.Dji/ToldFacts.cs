using System.Globalization;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>What was last told of a device's state, so that only a change is news. What is not known is no change.</summary>
internal sealed class ToldFacts
{
    private readonly Dictionary<string, string> _told = new(StringComparer.Ordinal);

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

    /// <returns>Names of what differs from what was told.</returns>
    public IReadOnlyList<string> Changes(params IEnumerable<(string Name, string? Value)> now) =>
        [.. now.Where(fact => fact.Value is not null && _told.GetValueOrDefault(fact.Name) != fact.Value).Select(fact => fact.Name)];

    public void Remember(params IEnumerable<(string Name, string? Value)> now)
    {
        foreach (var (name, value) in now.Where(fact => fact.Value is not null))
        {
            _told[name] = value!;
        }
    }

    private static string? Text(bool? flag) => flag switch { true => "true", false => "false", _ => null };
}
