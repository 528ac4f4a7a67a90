using EdgeGateway.Store.Media;

namespace EdgeGateway.Store.Recovery;

/// <summary>Tells a disk that refuses from a store that is damaged: SQLite's error codes mix the two.</summary>
internal static class DiskProbe
{
    private const int Bytes = 256 * 1024;

    /// <returns>What the disk says when it is asked to take a file; null when it takes it.</returns>
    public static Exception? Refusal(string folder)
    {
        string path = Path.Combine(folder, "store.probe");
        try
        {
            using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1))
            {
                file.Write(new byte[Bytes]);
                file.Flush();
                FolderSync.Sync(file.SafeFileHandle);
            }

            File.Delete(path);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Spool.Delete(path);
            return e;
        }
    }
}
