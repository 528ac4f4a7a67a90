using System.Text.Json;
using System.Text.Json.Serialization;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Protocol.Commands;

/// <summary>What travels on <c>up/reply</c> (contract section 6).</summary>
public sealed record CommandAnswer
{
    /// <summary>Null only when the command could not be read far enough to find its id.</summary>
    public string? CommandId { get; init; }

    /// <summary>One of <see cref="CommandWords"/>.</summary>
    public required string State { get; init; }

    /// <summary>A short fixed word; null when there is nothing to explain.</summary>
    public string? Reason { get; init; }

    /// <summary>When the execution began; null when it did not.</summary>
    [JsonConverter(typeof(UtcMilliseconds))]
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, in whatever way; null while it has not.</summary>
    [JsonConverter(typeof(UtcMilliseconds))]
    public DateTimeOffset? FinishedAt { get; init; }

    /// <returns>UTF-8 JSON without nulls.</returns>
    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, CommandJson.Default.CommandAnswer);
}
