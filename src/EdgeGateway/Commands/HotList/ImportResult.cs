using System.Text.Json;
using System.Text.Json.Serialization;

namespace EdgeGateway.Commands.HotList;

/// <summary>What became of a signed list, as it stands beside it.</summary>
public sealed record ImportResult
{
    /// <summary><c>done</c>, <c>refused</c>, or <c>failed</c>: by the disk of either side. A list whose result file is taken away is tried again.</summary>
    public required string State { get; init; }

    /// <summary>A short fixed word.</summary>
    public string? Reason { get; init; }

    public string? List { get; init; }

    public string? Mode { get; init; }

    /// <summary>Entries that were taken, or withdrawn.</summary>
    public long Taken { get; init; }

    public long Refused { get; init; }

    /// <summary>The first thousand of them.</summary>
    public IReadOnlyList<RefusedLine>? Lines { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Gateway { get; init; }

    /// <summary>SHA-256 of the envelope that this answers.</summary>
    public string? Envelope { get; init; }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, ImportResultJson.Default.ImportResult);
}

/// <param name="Line">From 1.</param>
/// <param name="Id">Of the entry, as far as it could be read.</param>
/// <param name="Reason">A short fixed word.</param>
public sealed record RefusedLine(long Line, string Id, string Reason);

/// <summary>Source-generated JSON of results.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true)]
[JsonSerializable(typeof(ImportResult))]
internal sealed partial class ImportResultJson : JsonSerializerContext;
