namespace EdgeGateway.Configuration;

/// <summary>Section <c>hotList</c>: how many plates may be looked for, and where signed lists are found.</summary>
public sealed record HotListSettings
{
    /// <summary>Entries of all lists together, 1 to 4,000,000; default 1,000,000. Each needs about 70 bytes of memory.</summary>
    public int MaxEntries { get; init; } = 1_000_000;

    /// <summary>Folder that is looked into for signed lists; null: none.</summary>
    public string? ImportFolder { get; init; }

    /// <summary>Longest from the signature of a list to its import, whatever its envelope says, 1 h to 366 d; default 30 d.</summary>
    public TimeSpan ImportMaxAge { get; init; } = TimeSpan.FromDays(30);
}
