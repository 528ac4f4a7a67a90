namespace EdgeGateway.Protocol.HotList;

/// <summary>
/// One plate that somebody with authority looks for (plate-camera.md section 2.9 and 8). An entry without reason, authority
/// and end is refused: design section 11.
/// </summary>
public sealed record HotListEntry
{
    /// <summary>Unique within its origin, 1 to 64 characters; a VIID DispositionID where there is one.</summary>
    public required string Id { get; init; }

    /// <summary>Normalised plate text, or a mask in which <c>?</c> stands for one character; at least three characters that are no <c>?</c>.</summary>
    public required string Plate { get; init; }

    /// <summary>VIID colour code that the plate must have; null takes any.</summary>
    public int? Colour { get; init; }

    /// <summary>GA/T 16.7 class that the plate must have; null takes any.</summary>
    public string? PlateClass { get; init; }

    /// <summary>What is looked for, for example <c>stolen</c>; the origin's own word, at most 32 characters.</summary>
    public required string Category { get; init; }

    /// <summary>Why, in words, at most 256 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>Who ordered it: organisation or case, at most 64 characters.</summary>
    public required string Authority { get; init; }

    /// <summary>From when it is valid.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Until when it is valid; later than <see cref="From"/>.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Whether similar plates are told as possible hits (section 5.5).</summary>
    public bool Fuzzy { get; init; }

    /// <summary>The origin's own number for its urgency; smaller is more urgent.</summary>
    public int? Priority { get; init; }

    /// <summary>Where the origin wants to be told of hits, a VIID ReceiveAddr; null when nowhere but over MQTT.</summary>
    public string? NotifyAt { get; init; }
}
