using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Radio;

/// <summary>How well something is received. The scales are never mixed (pdt-radio.md section 8.4).</summary>
public sealed record RadioSignalBody : RadioBody
{
    public const string KindName = "radio.signal";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary><c>lp-dbm</c>, <c>rcp-dbm</c>, <c>rcp-bars</c>, <c>snmp-db</c> or <c>csq</c>.</summary>
    public required string Scale { get; init; }

    /// <summary>As told; null when the protocol says that there is none.</summary>
    public int? Value { get; init; }

    /// <summary>The same in dBm where the scale defines it.</summary>
    public int? Dbm { get; init; }
}
