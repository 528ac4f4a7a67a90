using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model;

/// <summary>One line of the audit trail: who wanted what, and what was decided.</summary>
public sealed record AuditBody : ReadingBody
{
    public const string KindName = "audit";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>What happened: <c>command.decided</c>, <c>command.repeated</c>, <c>command.ended</c>, <c>command.flood</c>, <c>hotlist.put</c>, <c>hotlist.remove</c>, <c>hotlist.replace</c> <c>hotlist.damaged</c> or <c>evidence.head</c>; open set.</summary>
    public required string What { get; init; }

    public string? CommandId { get; init; }

    public string? Name { get; init; }

    /// <summary>As the command names it, which need not exist here.</summary>
    public string? Device { get; init; }

    /// <summary>As the command says; a claim unless the signature was good.</summary>
    public string? Issuer { get; init; }

    /// <summary>The key that the envelope names; a claim unless the signature was good.</summary>
    public string? KeyId { get; init; }

    /// <summary>The state that came of it, such as <c>accepted</c> or <c>refused</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>A short fixed word.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of the last link of the evidence chain, with <c>evidence.head</c>.</summary>
    public long? Link { get; init; }

    /// <summary>Its hash, 64 lower-case hex digits.</summary>
    public string? LinkHash { get; init; }

    /// <summary>How many alike this line stands for; null for one.</summary>
    public long? Count { get; init; }

    /// <summary>The hot list that was changed: a library's device id, or <c>@</c> and a name.</summary>
    public string? List { get; init; }

    /// <summary>Ids of the first entries it is about, at most 64; <see cref="Count"/> says how many there are.</summary>
    public IReadOnlyList<string>? Entries { get; init; }
}
