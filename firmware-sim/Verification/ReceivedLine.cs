namespace EdgeGateway.Sim.Verification;

/// <summary>One line of a received file: a reading, or the bytes of a picture, as somebody on the platform's side saw it.</summary>
public sealed record ReceivedLine
{
    public const string Reading = "reading";
    public const string MediaBytes = "media";

    /// <summary><see cref="Reading"/> or <see cref="MediaBytes"/>.</summary>
    public required string Type { get; init; }

    public required string Topic { get; init; }

    /// <summary>When it was received.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Reading: gateway:epoch:seq.</summary>
    public string? Id { get; init; }

    public string? Epoch { get; init; }

    public long? Seq { get; init; }

    public string? Device { get; init; }

    /// <summary>Kind without version, for example <c>plate.read</c>.</summary>
    public string? Kind { get; init; }

    public string? NativeId { get; init; }

    /// <summary>Normalised plate; absent when there is none.</summary>
    public string? Plate { get; init; }

    public int? LaneNo { get; init; }

    public DateTimeOffset? Time { get; init; }

    public IReadOnlyList<ReceivedPicture>? Media { get; init; }

    /// <summary>Gap: first number it speaks for.</summary>
    public long? FromSeq { get; init; }

    /// <summary>Gap: last number it speaks for.</summary>
    public long? ToSeq { get; init; }

    /// <summary>Gap: how many readings are gone.</summary>
    public long? Count { get; init; }

    /// <summary>Gap: lane of what is gone.</summary>
    public string? GapLane { get; init; }

    /// <summary>Media: SHA-256 computed from the bytes that came, 64 lower-case hex digits.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Media: the hash under which they came.</summary>
    public string? Named { get; init; }

    /// <summary>Media: length.</summary>
    public long? Bytes { get; init; }
}
