using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Drones;

/// <summary>A box in which a drone lives (drone.md section 2.6). It stands at the site.</summary>
public sealed record DockStateBody : ReadingBody
{
    public const string KindName = "drone.dock";

    [JsonIgnore]
    public override string Kind => KindName;

    public required bool Online { get; init; }

    /// <summary>Its serial number.</summary>
    public required string Dock { get; init; }

    /// <summary>As the vendor calls it, for example <c>DJI Dock 2</c>; <c>domain-type-subtype</c> where no name is known.</summary>
    public string? Model { get; init; }

    /// <summary>Serial number of the aircraft that belongs to it; null when none is announced.</summary>
    public string? Aircraft { get; init; }

    /// <summary><c>idle</c>, <c>on-site-debugging</c>, <c>remote-debugging</c>, <c>upgrading</c>, <c>working</c>; the raw number as text else.</summary>
    public string? Mode { get; init; }

    /// <summary><c>preparing</c>, <c>flying</c>, <c>recovering</c>, <c>idle</c>, and so on.</summary>
    public string? Step { get; init; }

    /// <summary><c>closed</c>, <c>open</c>, <c>half-open</c>, <c>abnormal</c>.</summary>
    public string? Cover { get; init; }

    public bool? DroneInside { get; init; }

    public bool? DroneCharging { get; init; }

    public double? DroneChargePercent { get; init; }

    public bool? EmergencyStop { get; init; }

    public double? TemperatureC { get; init; }

    public double? OutsideTemperatureC { get; init; }

    public double? HumidityPercent { get; init; }

    public double? WindSpeedMps { get; init; }

    /// <summary><c>none</c>, <c>light</c>, <c>moderate</c>, <c>heavy</c>.</summary>
    public string? Rain { get; init; }

    public double? SupplyVoltageV { get; init; }

    /// <summary>Files that still wait for their upload.</summary>
    public int? UploadsWaiting { get; init; }

    public string? Firmware { get; init; }

    /// <summary>Names of what changed and made this reading; null for a periodic one.</summary>
    public IReadOnlyList<string>? Changed { get; init; }
}
