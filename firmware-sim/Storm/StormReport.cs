using System.Text.Json.Serialization;

namespace EdgeGateway.Sim.Storm;

/// <summary>What a storm left.</summary>
public sealed record StormReport
{
    public required int Sessions { get; init; }

    /// <summary>At the end.</summary>
    public required int Connected { get; init; }

    /// <summary>Sessions that the broker refused for good.</summary>
    public required int GaveUp { get; init; }

    /// <summary>Attempts that found no broker, or one that did not answer.</summary>
    public required long Failures { get; init; }

    /// <summary>All attempts since the first link fell, successful or not.</summary>
    public required StormRate Attempts { get; init; }

    /// <summary>The successful ones of them.</summary>
    public required StormRate Reconnects { get; init; }

    /// <summary>
    /// From the first session that found the broker again, after all had lost it, to the last; absent when there was no such
    /// outage, or not all came back. The broker itself returned up to one wait of the luckiest session earlier.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? AllBackMs { get; init; }
}
