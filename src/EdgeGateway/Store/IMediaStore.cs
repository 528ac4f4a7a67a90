namespace EdgeGateway.Store;

/// <summary>Files named by SHA-256 that wait for delivery. Written and synced before the reading that names them is committed.</summary>
public interface IMediaStore
{
    /// <returns>Files that are not forgotten, by position.</returns>
    IReadOnlyList<StoredMedia> Pending(long after, int most);

    /// <returns>Files that somebody asked for, the first asked first.</returns>
    IReadOnlyList<StoredMedia> Wanted(int most);

    /// <param name="sha256">64 lower-case hex digits.</param>
    /// <returns>The bytes, held against the hash just now, or null when the file is gone or is not what it was; then the store has taken it off the queue.</returns>
    Stream? Open(string sha256);

    /// <summary>Marks a file as asked for. Completes when that is committed.</summary>
    /// <returns>False when the file is not here, or not any more.</returns>
    Task<bool> WantAsync(string sha256, CancellationToken ct);

    /// <summary>Notes how much of a large file is delivered, so that a new link goes on from there.</summary>
    /// <param name="file">The file.</param>
    /// <param name="parts">Parts from the beginning that were taken without a hole between them.</param>
    /// <param name="ct">Gives up waiting.</param>
    Task TakenAsync(StoredMedia file, int parts, CancellationToken ct);

    /// <summary>Forgets files by hash; the file goes unless a reading named it again meanwhile.</summary>
    Task ForgetAsync(IReadOnlyList<StoredMedia> delivered, CancellationToken ct);
}

/// <param name="Position">Order of delivery.</param>
/// <param name="Sha256">64 lower-case hex digits.</param>
/// <param name="Type">Media type.</param>
/// <param name="Bytes">Length.</param>
/// <param name="Taken">Parts from the beginning that are delivered; 0 for most.</param>
/// <param name="OnDemand">True while nobody asked for a file that does not travel by itself.</param>
public sealed record StoredMedia(long Position, string Sha256, string Type, long Bytes, int Taken = 0, bool OnDemand = false);
