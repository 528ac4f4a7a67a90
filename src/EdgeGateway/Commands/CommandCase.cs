using System.Text.Json.Serialization;
using EdgeGateway.Protocol.Commands;

namespace EdgeGateway.Commands;

/// <summary>One command and what came of it so far: a line of the ledger, and what answers and readings are made of.</summary>
public sealed record CommandCase
{
    /// <summary>Null when it could not be read.</summary>
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Device { get; init; }

    public string? Issuer { get; init; }

    public string? KeyId { get; init; }

    /// <summary>128 bits of SHA-256 over the payload, in hex: the same id with another payload is another command.</summary>
    public string? Digest { get; init; }

    /// <summary>After it the command is not begun: the smaller of its own and its issue plus the greatest age.</summary>
    public DateTimeOffset Deadline { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<CommandState>))]
    public CommandState State { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Whether the readings that tell of its end are on disk.</summary>
    public bool Told { get; init; }

    /// <summary>Latest deadline of all that were forgotten before this line was written.</summary>
    public DateTimeOffset Forgotten { get; init; }

    [JsonIgnore]
    public CommandAnswer Answer => new()
    {
        CommandId = Id, State = CommandWords.Of(State), Reason = Reason, StartedAt = StartedAt, FinishedAt = FinishedAt,
    };

    public CommandCase Refused(string reason) => this with { State = CommandState.Refused, Reason = reason };
}
