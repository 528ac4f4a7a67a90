using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Parcels;

/// <summary>The belt, the generator and the safety chain of a scanner (xray.md section 3.3). What the machine has no point for, or could not be read, is null.</summary>
public sealed record ScannerStateBody : ReadingBody
{
    public const string KindName = "scanner.state";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>Name of the unit on the bus, for devices with several.</summary>
    public string? Unit { get; init; }

    /// <summary><c>good</c>, or <c>bad</c> when the controller does not answer or its heartbeat stands still.</summary>
    public required string Quality { get; init; }

    /// <summary><c>forward</c>, <c>reverse</c>, <c>stopped</c>.</summary>
    public string? Belt { get; init; }

    public double? BeltSpeedMs { get; init; }

    /// <summary>The emergency stop chain is open.</summary>
    public bool? EmergencyStop { get; init; }

    /// <summary>Panels and covers are closed.</summary>
    public bool? InterlockClosed { get; init; }

    public bool? CurtainInPlace { get; init; }

    /// <summary>Radiation is on.</summary>
    public bool? XrayOn { get; init; }

    /// <summary>The generator is warm and ready.</summary>
    public bool? XrayReady { get; init; }

    public double? TubeVoltageKv { get; init; }

    public double? TubeCurrentMa { get; init; }

    public double? TubeTemperatureC { get; init; }

    public double? CabinetTemperatureC { get; init; }

    public double? DoseRateUsvH { get; init; }

    public long? XrayOnTimeS { get; init; }

    public long? ParcelCount { get; init; }

    public long? AlarmCount { get; init; }

    /// <summary>The controller's own number; 0 is none.</summary>
    public int? FaultCode { get; init; }

    /// <summary>Names of the faults that stand, for example <c>generator_fault</c>; empty when none.</summary>
    public IReadOnlyList<string>? Faults { get; init; }

    /// <summary>Names of the points that changed and made this reading; null for a periodic one.</summary>
    public IReadOnlyList<string>? Changed { get; init; }

    /// <summary>Every further point of the site's list by name: a number, a text, or true and false.</summary>
    public IReadOnlyDictionary<string, object>? Points { get; init; }
}
