using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Radio;

/// <summary>A state that a radio or repeater told about itself, or a status code of the users' organisation (pdt-radio.md section 12.2).</summary>
public sealed record RadioStatusBody : RadioBody
{
    public const string KindName = "radio.status";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>The raw code; what it means is the users' own.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The site's label for the code.</summary>
    public string? Label { get; init; }

    /// <summary>To whom it was sent.</summary>
    public RadioIdentity? Target { get; init; }

    /// <summary>Which item of the terminal changed, for example <c>zone</c>, <c>batterySave</c>, <c>work-state</c>.</summary>
    public string? Item { get; init; }

    /// <summary>Its value.</summary>
    public long? Value { get; init; }

    /// <summary>Its value as text.</summary>
    public string? Text { get; init; }
}
