using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Radio;

/// <summary>A call on the channel (pdt-radio.md sections 8.1 and 10).</summary>
public sealed record RadioCallBody : RadioBody
{
    public const string KindName = "radio.call";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>Who speaks; null when not told.</summary>
    public RadioIdentity? Caller { get; init; }

    /// <summary>To whom.</summary>
    public RadioIdentity? Target { get; init; }

    /// <summary><c>private</c>, <c>group</c>, <c>all</c>, <c>broadcast</c>, <c>emergency</c>, <c>duplex</c> or <c>other</c>.</summary>
    public required string CallType { get; init; }

    /// <summary>The protocol's own number.</summary>
    public int? CallTypeRaw { get; init; }

    /// <summary><c>start</c>, <c>hang</c> or <c>end</c>.</summary>
    public required string Phase { get; init; }

    /// <summary>What the channel carries, when it is not voice.</summary>
    public string? Service { get; init; }
}
