using Microsoft.Win32.SafeHandles;

namespace EdgeGateway.Store.Media;

/// <summary>A file on its way into the spool: written under a passing name, then synced, then given its own.</summary>
internal sealed class StagedFile(Spool spool, string sha256, string incoming)
{
    private readonly string _final = spool.PathOf(sha256);
    private SafeFileHandle? _handle;
    private bool _named;

    public string Sha256 => sha256;

    /// <summary>False while all who name it keep it until somebody asks.</summary>
    public bool Travels { get; set; }

    /// <summary>Why the disk did not take it; null while all is well.</summary>
    public IOException? Failure { get; private set; }

    public void Write(ReadOnlyMemory<byte> content) => Try(() =>
    {
        spool.MakeFolder(sha256);
        _handle = File.OpenHandle(incoming, FileMode.Create, FileAccess.Write);
        RandomAccess.Write(_handle, content.Span, 0);
    });

    public void Sync() => Try(() =>
    {
        if (_named)
        {
            return;
        }

        FolderSync.Sync(_handle!);
        _handle!.Dispose();
        File.Move(incoming, _final, overwrite: true);
        _named = true;
    });

    public void SyncFolder() => Try(() => FolderSync.Sync(Path.GetDirectoryName(_final)!));

    public void Refuse(IOException failure) => Failure = failure;

    /// <summary>Leaves nothing behind. What cannot be deleted now is an orphan, and the next start takes it.</summary>
    public void Discard()
    {
        _handle?.Dispose();
        Spool.Delete(incoming);
        Spool.Delete(_final);
    }

    private void Try(Action step)
    {
        if (Failure is not null)
        {
            return;
        }

        try
        {
            step();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Failure = e as IOException ?? new IOException(e.Message, e);
            _handle?.Dispose();
        }
    }
}
