using System.Text.Json.Serialization;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Protocol.Model.Radio;

/// <summary>A radio came, went, or fell silent (pdt-radio.md section 5). Silence is <c>unknown</c>, never fine.</summary>
public sealed record RadioPresenceBody : RadioBody
{
    public const string KindName = "radio.presence";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary><c>online</c>, <c>unknown</c>, <c>offline</c> or <c>unreachable</c>.</summary>
    public required string State { get; init; }

    /// <summary>Until when its registration counts, grace included; null when nothing is registered.</summary>
    [JsonConverter(typeof(UtcMilliseconds))]
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>What says so: <c>registration</c>, <c>deregistration</c>, <c>poll</c>, <c>silence</c> or <c>delivery</c>.</summary>
    public required string From { get; init; }

    /// <summary>When anything was last heard of it.</summary>
    [JsonConverter(typeof(UtcMilliseconds))]
    public DateTimeOffset? LastSeen { get; init; }
}
