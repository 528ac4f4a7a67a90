namespace EdgeGateway.Sim.Commands;

/// <summary>One order as typed.</summary>
public sealed record OrderOptions
{
    public required string Root { get; init; }

    public required string Site { get; init; }

    public required string Gateway { get; init; }

    /// <summary>Device id, or <c>gateway</c>.</summary>
    public required string Device { get; init; }

    public required string Name { get; init; }

    /// <summary>A JSON object.</summary>
    public required string Args { get; init; }

    public required string Issuer { get; init; }

    /// <summary>Null: a new one; the same twice must not act twice.</summary>
    public string? Id { get; init; }

    /// <summary>From issue to deadline; negative for an order that comes too late.</summary>
    public TimeSpan Valid { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>PEM text of the private key; null sends the order unsigned.</summary>
    public string? Key { get; init; }

    public string? KeyId { get; init; }
}
