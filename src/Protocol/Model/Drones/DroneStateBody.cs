using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Drones;

/// <summary>How an aircraft is: all that is known of it, whenever something of it changes, and now and then.</summary>
public sealed record DroneStateBody : VehicleBody
{
    public const string KindName = "drone.state";

    [JsonIgnore]
    public override string Kind => KindName;

    public required bool Online { get; init; }

    /// <summary>Motors may turn.</summary>
    public bool? Armed { get; init; }

    /// <summary><c>on-ground</c>, <c>in-air</c>, <c>taking-off</c>, <c>landing</c>.</summary>
    public string? Landed { get; init; }

    /// <summary>The flight mode in plain words, for example <c>mission</c>, <c>return</c>, <c>hold</c>; what the autopilot says where no word is known.</summary>
    public string? Mode { get; init; }

    /// <summary>The device's own number for it, for whoever knows better.</summary>
    public string? ModeRaw { get; init; }

    /// <summary><c>uninit</c>, <c>boot</c>, <c>calibrating</c>, <c>standby</c>, <c>active</c>, <c>critical</c>, <c>emergency</c>, <c>power-off</c>, <c>termination</c>.</summary>
    public string? System { get; init; }

    /// <summary>Sensors that are in use and say they are not well.</summary>
    public IReadOnlyList<string>? Unhealthy { get; init; }

    public VehicleBattery? Battery { get; init; }

    public VehicleMission? Mission { get; init; }

    /// <summary>Where it goes when it returns.</summary>
    public GeoPosition? Home { get; init; }

    /// <summary>Model as the device names it, for example <c>Matrice 3TD</c>.</summary>
    public string? Model { get; init; }

    public string? Firmware { get; init; }

    /// <summary>Messages that got lost on the way from it, by their counter.</summary>
    public long? LostFrames { get; init; }

    /// <summary>Names of what changed and made this reading; null for a periodic one.</summary>
    public IReadOnlyList<string>? Changed { get; init; }
}

/// <param name="Percent">0 to 100.</param>
/// <param name="VoltageV">Of the pack.</param>
/// <param name="CurrentA">Out of the pack.</param>
/// <param name="RemainingS">Seconds of flight that are left.</param>
/// <param name="TemperatureC">Of the pack.</param>
/// <param name="Charge"><c>ok</c>, <c>low</c>, <c>critical</c>, <c>emergency</c>, <c>failed</c>, <c>unhealthy</c>, <c>charging</c>.</param>
/// <param name="ReturnPercent">What the way home takes, in percent.</param>
public sealed record VehicleBattery(
    double? Percent = null,
    double? VoltageV = null,
    double? CurrentA = null,
    double? RemainingS = null,
    double? TemperatureC = null,
    string? Charge = null,
    double? ReturnPercent = null);

/// <param name="Id">The device's own name for the plan or task.</param>
/// <param name="Index">Item that is being done.</param>
/// <param name="Total">Items of the plan.</param>
/// <param name="State"><c>none</c>, <c>not-started</c>, <c>active</c>, <c>paused</c>, <c>complete</c>, <c>failed</c>, <c>cancelled</c>, or the device's own word.</param>
/// <param name="Reached">Last item that was done.</param>
/// <param name="Percent">0 to 100.</param>
public sealed record VehicleMission(string? Id = null, int? Index = null, int? Total = null, string? State = null, int? Reached = null, double? Percent = null);
