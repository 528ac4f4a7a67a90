using System.Text.Json;

namespace EdgeGateway.Sim.Verification;

/// <summary>One line of a received file: a reading, the bytes of a picture, a manifest or a reply, as somebody on the platform's side saw it.</summary>
public sealed record ReceivedLine
{
    public const string Reading = "reading";
    public const string MediaBytes = "media";

    public const string Manifest = "manifest";
    public const string Reply = "reply";

    /// <summary><see cref="Reading"/>, <see cref="MediaBytes"/>, <see cref="Manifest"/> or <see cref="Reply"/>.</summary>
    public required string Type { get; init; }

    public required string Topic { get; init; }

    /// <summary>When it was received.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Reading: gateway:epoch:seq.</summary>
    public string? Id { get; init; }

    public string? Epoch { get; init; }

    public long? Seq { get; init; }

    public string? Device { get; init; }

    /// <summary><c>alarm</c>, <c>event</c> or <c>telemetry</c>.</summary>
    public string? Lane { get; init; }

    /// <summary>Kind without version, for example <c>plate.read</c>.</summary>
    public string? Kind { get; init; }

    public string? NativeId { get; init; }

    /// <summary>Normalised plate; absent when there is none.</summary>
    public string? Plate { get; init; }

    public int? LaneNo { get; init; }

    /// <summary>Plate reading: the passage it belongs to.</summary>
    public string? Passage { get; init; }

    public DateTimeOffset? Time { get; init; }

    public IReadOnlyList<ReceivedPicture>? Media { get; init; }

    /// <summary>Reading of another kind than <c>plate.*</c>: everything that it says, when that is not more than <see cref="ReadingReader.MostData"/> characters.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>Gap and manifest: first number it speaks for.</summary>
    public long? FromSeq { get; init; }

    /// <summary>Gap and manifest: last number it speaks for.</summary>
    public long? ToSeq { get; init; }

    /// <summary>Gap: how many readings are gone. Manifest: how many there are.</summary>
    public long? Count { get; init; }

    /// <summary>Gap: epoch of the numbers it speaks for, which may be an older one than its own.</summary>
    public string? GapEpoch { get; init; }

    /// <summary>Gap: lane of what is gone.</summary>
    public string? GapLane { get; init; }

    /// <summary>Gap: <c>retention</c>, <c>disk-full</c>, <c>unasked</c>, <c>damage</c>, <c>refused</c> or <c>parked</c>.</summary>
    public string? Cause { get; init; }

    /// <summary>Gap: what a person should know; store.recovered: what happened.</summary>
    public string? Note { get; init; }

    /// <summary>Manifest: ranges of numbers that do not exist, first and last.</summary>
    public IReadOnlyList<IReadOnlyList<long>>? Gaps { get; init; }

    /// <summary>Reply: the command it answers.</summary>
    public string? CommandId { get; init; }

    /// <summary>Reply: <c>accepted</c>, <c>done</c>, <c>failed</c>, <c>refused</c>, <c>expired</c> or <c>unknown</c>.</summary>
    public string? State { get; init; }

    /// <summary>Media: SHA-256 computed from the bytes that came, 64 lower-case hex digits. Manifest: the digest it states.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Media: the hash under which they came.</summary>
    public string? Named { get; init; }

    /// <summary>Media: length.</summary>
    public long? Bytes { get; init; }
}
