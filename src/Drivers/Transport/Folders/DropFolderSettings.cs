namespace EdgeGateway.Drivers.Transport.Folders;

/// <summary>How a folder is watched.</summary>
/// <param name="Path">The folder; must be there, and <c>done</c> and <c>quarantine</c> in it must belong to the same file system.</param>
public sealed record DropFolderSettings(string Path)
{
    /// <summary>A file is complete when size and time have stood still for so long, or when it got its name from a passing one. Default 2 s.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often it is looked into, whatever the operating system tells of changes; default 1 s.</summary>
    public TimeSpan Rescan { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest file that is read; default 64 MiB.</summary>
    public long MostBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Name of a file that is always there while the share is mounted; null for none.</summary>
    public string? Marker { get; init; }

    /// <summary>Whether what stands in the files, and their names, must not stay here: one that was read is removed instead of kept in <c>done</c>, and no name is logged. Default no.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Longest that a file is kept in <c>done</c> and in <c>quarantine</c>; default 7 days.</summary>
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Most bytes that each of the two holds; default 2 GiB.</summary>
    public long KeepBytes { get; init; } = 2L * 1024 * 1024 * 1024;
}
