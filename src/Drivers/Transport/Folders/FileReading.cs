namespace EdgeGateway.Drivers.Transport.Folders;

/// <summary>Reads a file that is believed complete.</summary>
internal static class FileReading
{
    /// <param name="path">Where it is.</param>
    /// <param name="entry">As it looked.</param>
    /// <param name="mostBytes">A longer one is offered without its content.</param>
    /// <param name="stood">How long it looked so.</param>
    /// <returns>Null when it is not what it looked like, before or after it was read.</returns>
    /// <exception cref="UnauthorizedAccessException">No right to it.</exception>
    /// <exception cref="IOException">Not to be read.</exception>
    public static DropFile? Read(string path, FolderEntry entry, long mostBytes, TimeSpan stood)
    {
        if (FileCalls.Look(path)?.Facts != entry.Facts)
        {
            return null;
        }

        using var handle = FileCalls.Open(path);
        if (FileCalls.Look(handle) != entry.Facts)
        {
            return null;
        }

        var file = new DropFile(entry.Name, entry.Facts.Bytes, entry.Facts.Modified, null, stood) { Path = path, Facts = entry.Facts };
        if (entry.Facts.Bytes > mostBytes)
        {
            return file;
        }

        var content = new byte[entry.Facts.Bytes];
        int read = 0;
        while (read < content.Length && RandomAccess.Read(handle, content.AsSpan(read), read) is var count and > 0)
        {
            read += count;
        }

        return read == content.Length && FileCalls.Look(handle) == entry.Facts ? file with { Content = content } : null;
    }
}
