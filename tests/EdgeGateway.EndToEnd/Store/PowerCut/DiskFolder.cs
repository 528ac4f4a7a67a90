namespace EdgeGateway.EndToEnd.Store.PowerCut;

/// <summary>
/// The names in a folder: what each stood for at the last sync of the folder, and everything it stood for since. Every
/// name may survive at a state of its own. A failed sync of a folder leaves its names unsynced: they go through the
/// journal of the file system, which does not forget them.
/// </summary>
internal sealed class DiskFolder : DiskNode
{
    private readonly Dictionary<string, List<DiskNode?>> _names = [];

    public DiskNode? Find(string name) => _names.TryGetValue(name, out List<DiskNode?>? history) ? history[^1] : null;

    /// <param name="name">Name in this folder.</param>
    /// <param name="node">What it stands for now; null when it is gone.</param>
    public void Set(string name, DiskNode? node)
    {
        if (!_names.TryGetValue(name, out List<DiskNode?>? history))
        {
            _names[name] = history = [null];
        }

        history.Add(node);
    }

    public override Action<bool> BeginSync()
    {
        var covered = _names.ToDictionary(static name => name.Key, static name => name.Value.Count - 1);
        return succeeded =>
        {
            foreach ((string name, int count) in succeeded ? covered : [])
            {
                List<DiskNode?> history = _names[name];
                history.RemoveRange(0, Math.Min(count, history.Count - 1));
            }
        };
    }

    /// <summary>Writes what a power cut leaves of this folder.</summary>
    public void After(Survival survival, string path)
    {
        foreach ((string name, List<DiskNode?> history) in _names)
        {
            DiskNode? node = survival.Choose(history);
            string to = Path.Combine(path, name);
            if (node is DiskFolder folder)
            {
                Directory.CreateDirectory(to);
                folder.After(survival, to);
            }
            else if (node is DiskFile file)
            {
                using FileStream stream = File.Create(to);
                stream.Write(file.After(survival).Bytes);
            }
        }
    }
}
