namespace EdgeGateway.Drivers.Transport.Folders;

/// <summary>A complete file.</summary>
/// <param name="Name">Without its folder.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Modified">When it was last written, by the clock of whoever keeps the folder.</param>
/// <param name="Content">All of it; null when it is longer than the settings allow.</param>
/// <param name="StoodFor">How long it has been as it is, as far as we saw.</param>
public sealed record DropFile(string Name, long Bytes, DateTimeOffset Modified, ReadOnlyMemory<byte>? Content, TimeSpan StoodFor)
{
    /// <summary>Where it is; for the folder that offered it.</summary>
    internal string Path { get; init; } = Name;

    /// <summary>How it looked when it was read; for the folder that offered it.</summary>
    internal FileFacts Facts { get; init; }
}
