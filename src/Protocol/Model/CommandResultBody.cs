using System.Text.Json.Serialization;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Protocol.Model;

/// <summary>The durable answer to a command (contract section 6); the message on <c>up/reply</c> is the quick one.</summary>
public sealed record CommandResultBody : ReadingBody
{
    public const string KindName = "command.result";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>Null only when the command could not be read far enough to find its id.</summary>
    public string? CommandId { get; init; }

    public string? Name { get; init; }

    /// <summary>As the command names it, which need not exist here.</summary>
    public string? Device { get; init; }

    /// <summary><c>accepted</c>, <c>done</c>, <c>failed</c>, <c>refused</c>, <c>expired</c> or <c>unknown</c>.</summary>
    public required string State { get; init; }

    /// <summary>A short fixed word.</summary>
    public string? Reason { get; init; }

    /// <summary>When the execution began.</summary>
    [JsonConverter(typeof(UtcMilliseconds))]
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, in whatever way.</summary>
    [JsonConverter(typeof(UtcMilliseconds))]
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>As the command says; a claim unless the signature was good.</summary>
    public string? Issuer { get; init; }
}
