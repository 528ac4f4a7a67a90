using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model;

/// <summary>Numbers that will never be delivered as they were, and why (contract section 2, Gap).</summary>
public sealed record GapBody : ReadingBody
{
    public const string KindName = "gap";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>Whose readings they were; the gateway's own name <c>gateway</c> when that cannot be told.</summary>
    public required string Device { get; init; }

    /// <summary><c>alarm</c>, <c>event</c>, <c>telemetry</c> or <c>media</c>; absent when it cannot be told.</summary>
    public string? Lane { get; init; }

    /// <summary>Epoch of the numbers, eight lower-case hex digits; not always the epoch this reading itself stands in.</summary>
    public required string Epoch { get; init; }

    /// <summary>First number of the range, from 1; for pictures the first number that named one of them, 0 when nothing tells it.</summary>
    public required long FromSeq { get; init; }

    /// <summary>Last number of the range.</summary>
    public required long ToSeq { get; init; }

    /// <summary>How many of the range are gone, from 1; fewer than the range is long when others of it were delivered or belong elsewhere.</summary>
    public required long Count { get; init; }

    /// <summary>One of <see cref="GapCauses"/>; open set.</summary>
    public required string Cause { get; init; }

    /// <summary>For a person, at most a sentence or two.</summary>
    public string? Note { get; init; }
}
