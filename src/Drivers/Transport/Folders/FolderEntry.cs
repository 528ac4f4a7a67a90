namespace EdgeGateway.Drivers.Transport.Folders;

/// <summary>A plain file as a look into the folder found it.</summary>
public readonly record struct FolderEntry(string Name, FileFacts Facts)
{
    /// <summary>Oldest first; of the same moment by name, so that the order is always the same.</summary>
    public static IEnumerable<FolderEntry> InOrder(IEnumerable<FolderEntry> entries) =>
        entries.OrderBy(entry => entry.Facts.ModifiedNs).ThenBy(entry => entry.Name, StringComparer.Ordinal);
}
