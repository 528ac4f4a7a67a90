using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>A vehicle as commands see it, at its last heartbeat. Made by the listener, read by anybody.</summary>
/// <param name="System">System id.</param>
/// <param name="Component">Of its autopilot.</param>
/// <param name="Name">As it is told.</param>
/// <param name="IsOnline">Whether heartbeats come.</param>
/// <param name="Beats">Heartbeats so far.</param>
internal sealed record VehicleView(byte System, byte Component, string Name, bool IsOnline, long Beats)
{
    /// <summary>How often it came online.</summary>
    public int Contacts { get; init; }

    public byte Type { get; init; }

    public byte Autopilot { get; init; }

    public byte BaseMode { get; init; }

    /// <summary>The flight mode as a word, or its number.</summary>
    public string Mode { get; init; } = string.Empty;

    /// <summary>Metres above mean sea level of the point that its relative altitude counts from; null when it was not told.</summary>
    public double? GroundMslM { get; init; }

    public GeoPosition? Position { get; init; }

    /// <summary>Component ids of its cameras.</summary>
    public IReadOnlyList<byte> Cameras { get; init; } = [];

    /// <summary>Whether it is off the ground; null when that is not known, or it cannot fly.</summary>
    public bool? Airborne { get; init; }

    /// <summary>MAV_VTOL_STATE; 0 when it is none or did not tell lately.</summary>
    public byte Vtol { get; init; }
}
