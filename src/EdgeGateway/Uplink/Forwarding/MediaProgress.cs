using EdgeGateway.Store;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>How much of one file the broker has taken over this connection.</summary>
/// <param name="file">The file.</param>
/// <param name="parts">Into how many messages it is cut.</param>
public sealed class MediaProgress(StoredMedia file, int parts)
{
    private int _missing = parts;

    public StoredMedia File { get; } = file;

    public int Parts { get; } = parts;

    /// <returns>True when this was the last one missing.</returns>
    public bool PartTaken() => Interlocked.Decrement(ref _missing) == 0;
}
