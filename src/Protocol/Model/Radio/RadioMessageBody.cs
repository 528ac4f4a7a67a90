using System.Text.Json.Serialization;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Protocol.Model.Radio;

/// <summary>A text or short data that a radio sent (pdt-radio.md sections 7 and 10).</summary>
public sealed record RadioMessageBody : RadioBody
{
    public const string KindName = "radio.message";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>For whom.</summary>
    public required RadioIdentity Target { get; init; }

    /// <summary>What it says; null for data that is no text.</summary>
    public string? Text { get; init; }

    /// <summary>The bytes in hex, for data that is no text or cannot be read as text.</summary>
    public string? Hex { get; init; }

    /// <summary>Eight hex digits; null where the wire has none.</summary>
    public string? RequestId { get; init; }

    /// <summary>Whether the sender wants a confirmation.</summary>
    public bool? Confirmed { get; init; }

    /// <summary>When its terminal says it was sent, the year chosen nearest to now.</summary>
    [JsonConverter(typeof(UtcMilliseconds))]
    public DateTimeOffset? SentAt { get; init; }
}
