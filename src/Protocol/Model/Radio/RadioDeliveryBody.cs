using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Radio;

/// <summary>How far a text or a question of ours got (pdt-radio.md section 7): the radio at hand having it is not the far radio having it.</summary>
public sealed record RadioDeliveryBody : RadioBody
{
    public const string KindName = "radio.delivery";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>The command it belongs to; null when it belongs to none of ours.</summary>
    public string? CommandId { get; init; }

    /// <summary>Eight hex digits, or the message reference.</summary>
    public string? RequestId { get; init; }

    /// <summary><c>transport</c>: the radio or repeater at hand has it; <c>application</c>: the far radio answered.</summary>
    public required string Level { get; init; }

    /// <summary><c>delivered</c>, <c>failed</c>, <c>unreachable</c> or <c>unknown</c>.</summary>
    public required string Result { get; init; }

    /// <summary>The protocol's own result code.</summary>
    public int? Code { get; init; }

    /// <summary>What that code is called.</summary>
    public string? CodeName { get; init; }

    /// <summary>For whom it was.</summary>
    public RadioIdentity? Target { get; init; }
}
