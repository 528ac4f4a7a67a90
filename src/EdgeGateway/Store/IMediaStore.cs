namespace EdgeGateway.Store;

/// <summary>Files named by SHA-256 that wait for delivery. Written and synced before the reading that names them is committed.</summary>
public interface IMediaStore
{
    /// <returns>Files that are not forgotten, by position.</returns>
    IReadOnlyList<StoredMedia> Pending(long after, int most);

    /// <param name="sha256">64 lower-case hex digits.</param>
    /// <returns>The bytes, or null when the file is gone.</returns>
    Stream? Open(string sha256);

    /// <summary>Forgets files by hash; the file goes unless a reading named it again meanwhile.</summary>
    Task ForgetAsync(IReadOnlyList<StoredMedia> delivered, CancellationToken ct);
}

/// <param name="Position">Order of delivery.</param>
/// <param name="Sha256">64 lower-case hex digits.</param>
/// <param name="Type">Media type.</param>
/// <param name="Bytes">Length.</param>
public sealed record StoredMedia(long Position, string Sha256, string Type, long Bytes);
