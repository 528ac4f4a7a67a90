using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Radio;

/// <summary>What a radio, or something about a radio, said (pdt-radio.md section 16). It is where the radio is, not where the site is.</summary>
public abstract record RadioBody : ReadingBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override bool IsElsewhere => true;

    /// <summary>The raw air address of the radio that it is about; null when the network did not say.</summary>
    public long? RadioId { get; init; }

    /// <summary>The user number of that radio by the site's rule; null when it does not convert.</summary>
    public string? RadioNumber { get; init; }

    /// <summary>Slot of the repeater, 1 or 2; null where there is none.</summary>
    public int? Slot { get; init; }
}
