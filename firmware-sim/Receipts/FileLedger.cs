namespace EdgeGateway.Sim.Receipts;

/// <summary>Which files of one gateway are kept, and which of them were named to it.</summary>
internal sealed class FileLedger
{
    private readonly HashSet<string> _unsaid = new(StringComparer.Ordinal);
    private readonly Queue<string> _said = new();

    /// <summary>A file is kept. One that was kept before counts too: its gateway cannot have heard its name.</summary>
    public void Keep(string sha256) => _unsaid.Add(sha256);

    /// <summary>
    /// What was said last may not have arrived. Older names are not said again: a gateway that has not heard one sends the
    /// file again, and it is named then.
    /// </summary>
    public void Repeat()
    {
        _unsaid.UnionWith(_said);
        _said.Clear();
    }

    /// <returns>Names that are to be said now; they count as said.</returns>
    public IReadOnlyList<MediaReceipt> Due()
    {
        List<MediaReceipt> due = [.. _unsaid.Chunk(MediaReceipt.MostFiles).Select(names => new MediaReceipt(names))];
        Remember(_unsaid);
        _unsaid.Clear();
        return due;
    }

    private void Remember(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            _said.Enqueue(name);
        }

        while (_said.Count > MediaReceipt.MostFiles)
        {
            _said.Dequeue();
        }
    }
}
