namespace EdgeGateway.Configuration;

/// <summary>Section <c>store</c>: where readings wait, and how they are committed.</summary>
public sealed record StoreSettings
{
    /// <summary>Absolute path; in the file it may be relative to the file's own folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Most readings in one commit, 1 to 10,000; default 1,000.</summary>
    public int CommitReadings { get; init; } = 1_000;

    /// <summary>Most readings that wait for a commit before devices are slowed down, 1 to 100,000; default 4,000.</summary>
    public int QueueReadings { get; init; } = 4_000;

    /// <summary>Most bytes of pictures that wait for a commit before devices are slowed down, 1 MB to 4 GB; default 64 MB.</summary>
    public long QueueBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>How many identifiers of devices are remembered to recognise their repeats, 1,000 to 10,000,000; default 200,000.</summary>
    public int RememberIdentifiers { get; init; } = 200_000;
}
