using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Radio;

/// <summary>Somebody calls for help (pdt-radio.md section 8.3). Cleared only on an explicit sign, never by time.</summary>
public sealed record RadioEmergencyBody : RadioBody
{
    public const string KindName = "radio.emergency";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary><c>begins</c>, <c>goes-on</c> (more was learnt) or <c>ends</c>.</summary>
    public required string State { get; init; }

    /// <summary><c>alarm</c>, <c>call</c> or <c>manDown</c>.</summary>
    public required string EmergencyKind { get; init; }

    /// <summary>Whom it calls.</summary>
    public RadioIdentity? Target { get; init; }

    /// <summary>Which messages say so, in the protocol's own names.</summary>
    public required IReadOnlyList<string> Evidence { get; init; }

    /// <summary>False for messages whose layout no public capture confirms; bench-verify before relying on them.</summary>
    public bool? Verified { get; init; }
}
