namespace EdgeGateway.Store;

/// <summary>Finds waiting files by what is in them: a receipt names no position.</summary>
public interface IMediaIndex
{
    /// <param name="sha256">64 lower-case hex digits; anything else is found nowhere.</param>
    /// <returns>The file as it waits now; null when it waits no more, or never did.</returns>
    StoredMedia? Find(string sha256);
}
