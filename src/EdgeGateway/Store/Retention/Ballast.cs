using System.Diagnostics.CodeAnalysis;

namespace EdgeGateway.Store.Retention;

/// <summary>
/// A file that takes room in good times and is given up on a full disk, because even deleting needs room: what is
/// deleted goes through the database's log.
/// </summary>
internal sealed class Ballast(string folder, long bytes)
{
    private readonly string _file = Path.Combine(folder, "store.ballast");

    public long Bytes => bytes;

    public bool IsThere => bytes == 0 || (File.Exists(_file) && new FileInfo(_file).Length >= bytes);

    /// <returns>True when that made room.</returns>
    public bool GiveUp()
    {
        bool there = File.Exists(_file);
        File.Delete(_file);
        return there;
    }

    /// <summary>Writes it anew; a disk that does not take it is left as it was.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Without ballast the store works as well, only closer to the edge.")]
    public void Make()
    {
        try
        {
            using var handle = File.OpenHandle(_file, FileMode.Create, FileAccess.Write, preallocationSize: bytes);
            Span<byte> zeros = stackalloc byte[4096];
            zeros.Clear();
            for (long at = 0; at < bytes; at += zeros.Length)
            {
                RandomAccess.Write(handle, zeros[..(int)Math.Min(zeros.Length, bytes - at)], at);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            GiveUp();
        }
    }
}
