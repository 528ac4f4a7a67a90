namespace EdgeGateway.EndToEnd.Store.PowerCut;

/// <summary>A file by its identity, whatever its names: what is surely on the disk, and what came after.</summary>
internal sealed class DiskFile : DiskNode
{
    private readonly List<DiskWrite> _writes = [];
    private readonly DiskContent _sure = new();

    public DiskWrite Write(long offset, byte[]? data)
    {
        var write = new DiskWrite(offset, data);
        _writes.Add(write);
        return write;
    }

    public void Forget(DiskWrite failed) => _writes.Remove(failed);

    public override Action<bool> BeginSync()
    {
        List<DiskWrite> covered = _writes.FindAll(static write => write.State == WriteState.Unsynced);
        return succeeded =>
        {
            covered.ForEach(write => write.State = succeeded ? WriteState.Synced : WriteState.Doubtful);
            Fold();
        };
    }

    /// <returns>The content after a power cut.</returns>
    public DiskContent After(Survival survival)
    {
        DiskContent content = _sure.Copy();
        DiskWrite? last = _writes.FindLast(static write => write.State != WriteState.Synced);
        foreach (DiskWrite write in _writes)
        {
            if (write.State == WriteState.Synced)
            {
                write.Apply(content);
            }
            else
            {
                survival.Apply(content, write, write == last);
            }
        }

        return content;
    }

    private void Fold()
    {
        int sure = _writes.FindIndex(static write => write.State != WriteState.Synced);
        List<DiskWrite> settled = _writes.GetRange(0, sure < 0 ? _writes.Count : sure);
        _writes.RemoveRange(0, settled.Count);
        settled.ForEach(write => write.Apply(_sure));
    }
}
