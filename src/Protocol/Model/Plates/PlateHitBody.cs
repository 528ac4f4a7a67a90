using System.Text.Json.Serialization;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Protocol.Model.Plates;

/// <summary>
/// A plate that somebody looks for was read (plate-camera.md section 8). It travels ahead of the passage itself, names the
/// same pictures, and <see cref="ReadingBody.Source"/> is the passage's own.
/// </summary>
public sealed record PlateHitBody : ReadingBody
{
    public const string KindName = "plate.hit";

    /// <summary>The plate is the one.</summary>
    public const string Exact = "exact";

    /// <summary>A mask fits, characters were unread, or the plate is similar.</summary>
    public const string Possible = "possible";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>Id of the entry; empty when the entry cannot be read any more (flag <c>ENTRY_UNREADABLE</c>).</summary>
    public required string Entry { get; init; }

    /// <summary>Whose entry: the id of a library among the devices, or <c>@</c> and the name of a list of the platform.</summary>
    public required string Origin { get; init; }

    /// <summary>Plate or mask that is looked for.</summary>
    public string? Wanted { get; init; }

    public string? Category { get; init; }

    public string? Reason { get; init; }

    public string? Authority { get; init; }

    /// <summary>The origin's own number; smaller is more urgent.</summary>
    public int? Priority { get; init; }

    /// <summary><see cref="Exact"/> or <see cref="Possible"/>.</summary>
    public required string Match { get; init; }

    /// <summary>How far apart the plates are (section 5.5), 0 to 0.6.</summary>
    public required double Cost { get; init; }

    /// <summary>As the camera read it.</summary>
    public required PlateInfo Plate { get; init; }

    public VehicleInfo? Vehicle { get; init; }

    /// <summary>The camera.</summary>
    public required string Device { get; init; }

    /// <summary>When it passed.</summary>
    [JsonConverter(typeof(UtcMilliseconds))]
    public required DateTimeOffset Time { get; init; }

    /// <summary>Lane number; 1 is the leftmost in travel direction.</summary>
    public int? LaneNo { get; init; }

    /// <summary>Checkpoint identifier, 20 digits, when known.</summary>
    public string? CheckpointId { get; init; }

    /// <summary>As in the passage's own reading.</summary>
    public string? PassageKey { get; init; }

    /// <summary>As in the passage's own reading: other readings of the same passage name the same one.</summary>
    public PassageInfo? Passage { get; init; }

    public double? SpeedKmh { get; init; }

    /// <summary>As in the passage's own reading.</summary>
    public int Heading { get; init; } = 9;

    /// <summary>As in the passage's own reading.</summary>
    public string RelativeDirection { get; init; } = "unknown";
}
