namespace EdgeGateway.EndToEnd.Store.PowerCut;

/// <summary>
/// A disk below one folder that forgets in a power cut what nobody synced. It is fed the system calls of a recording, and
/// can at any point write down what a power cut at this instant leaves. A call counts as synced as late, and as told to
/// somebody as early, as it can have happened.
/// </summary>
/// <param name="root">The folder; it is there from the beginning and durable, and empty.</param>
internal sealed class DiskModel(string root)
{
    private readonly DiskFolder _root = new();
    private readonly Dictionary<long, DiskNode> _open = [];
    private readonly Dictionary<SystemCall, Action<bool>> _running = [];
    private readonly HashSet<DiskWrite> _writing = [];

    /// <summary>Something was written, named or synced since the last time this was asked.</summary>
    public bool Changed { get; private set; }

    /// <summary>What the store's child was told, up to here.</summary>
    public Said Said { get; } = new();

    /// <summary>
    /// The next recording is of another process: the descriptors of this one are gone, its writes are not. One that it died
    /// in counts as done: if it was not, the next process writes over it.
    /// </summary>
    public void ProcessEnded()
    {
        foreach (DiskWrite write in _writing)
        {
            write.State = WriteState.Unsynced;
        }

        _writing.Clear();
        _open.Clear();
        _running.Clear();
    }

    public void Take(TraceStep step)
    {
        Changed = false;
        if (step.Returned)
        {
            if (_running.Remove(step.Call, out Action<bool>? finish))
            {
                finish(step.Call.Result >= 0);
            }
        }
        else if (Begin(step.Call) is { } finish)
        {
            _running[step.Call] = finish;
        }
    }

    /// <summary>Writes what a power cut leaves into an empty folder.</summary>
    public void After(Survival survival, string folder) => _root.After(survival, folder);

    /// <returns>What happens when the call returns; null for nothing.</returns>
    private Action<bool>? Begin(SystemCall call) => call.Name switch
    {
        "openat" => WhenDone(() => Open(call)),
        "close" => Close(call),
        "write" => Tell(call),
        "pwrite64" => Write(call, call.Number(3), call.Bytes(1)),
        "ftruncate" => Write(call, call.Number(1), null),

        // The ballast: a new file gets its length.
        "fallocate" => Write(call, call.Number(2) + call.Number(3), null),
        "fsync" or "fdatasync" => Sync(call),
        "mkdir" => WhenDone(() => Set(call.Text(0), new DiskFolder())),
        "rename" => WhenDone(() => Rename(call.Text(0), call.Text(1))),
        "unlink" => WhenDone(() => Set(call.Text(0), null)),
        _ => Unknown(call),
    };

    private Action<bool> WhenDone(Action change) => succeeded =>
    {
        if (succeeded)
        {
            change();
        }
    };

    private void Open(SystemCall call)
    {
        string path = call.Text(1);
        string flags = call.Words[2];
        if (Name(path) is not var (folder, name))
        {
            return;
        }

        DiskNode? node = name.Length == 0 ? folder : folder.Find(name);
        if (node is null)
        {
            Assert.Contains("O_CREAT", flags);
            Set(path, node = new DiskFile());
        }

        Assert.DoesNotContain("O_TRUNC", flags);
        _open[call.Result!.Value] = node;
    }

    private Action<bool>? Close(SystemCall call)
    {
        _open.Remove(call.Number(0));
        return null;
    }

    private Action<bool>? Tell(SystemCall call)
    {
        Assert.False(_open.ContainsKey(call.Number(0)), "a file is written without an offset, which this model does not know");
        int before = Said.Acknowledged.Count + Said.Known.Count;
        foreach (string line in System.Text.Encoding.UTF8.GetString(call.Bytes(1)).Split('\n'))
        {
            Said.Add(line);
        }

        Changed = Said.Acknowledged.Count + Said.Known.Count > before;
        return null;
    }

    private Action<bool>? Write(SystemCall call, long offset, byte[]? data)
    {
        if (!_open.TryGetValue(call.Number(0), out DiskNode? node))
        {
            return null;
        }

        var file = (DiskFile)node;
        DiskWrite write = file.Write(offset, data);
        _writing.Add(write);
        Changed = true;
        return succeeded =>
        {
            _writing.Remove(write);
            if (!succeeded)
            {
                file.Forget(write);
                return;
            }

            write.Shorten(data is null ? 0 : call.Result!.Value);
            write.State = WriteState.Unsynced;
        };
    }

    private Action<bool>? Sync(SystemCall call)
    {
        if (!_open.TryGetValue(call.Number(0), out DiskNode? node))
        {
            return null;
        }

        Action<bool> finish = node.BeginSync();
        return succeeded =>
        {
            finish(succeeded);
            Changed = true;
        };
    }

    private void Rename(string from, string to)
    {
        if (Name(from) is var (folder, name))
        {
            DiskNode node = folder.Find(name) ?? throw new InvalidDataException($"{from} is renamed and was never made");
            Set(to, node);
            Set(from, null);
        }
    }

    private void Set(string path, DiskNode? node)
    {
        if (Name(path) is var (folder, name))
        {
            folder.Set(name, node);
            Changed = true;
        }
    }

    /// <returns>The folder and the name in it, empty for the root itself; null for what lies outside and for SQLite's shared memory, which nobody needs after a power cut.</returns>
    private (DiskFolder Folder, string Name)? Name(string path)
    {
        if (path == root)
        {
            return (_root, "");
        }

        if (!path.StartsWith(root + "/", StringComparison.Ordinal) || path.EndsWith("-shm", StringComparison.Ordinal))
        {
            return null;
        }

        string[] names = path[(root.Length + 1)..].Split('/');
        DiskFolder folder = names[..^1].Aggregate(_root, static (folder, name) =>
            folder.Find(name) as DiskFolder ?? throw new InvalidDataException($"{name} is no folder of the model"));
        return (folder, names[^1]);
    }

    private Action<bool>? Unknown(SystemCall call)
    {
        bool ours = call.Arguments.Contains(Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(root)), StringComparison.Ordinal)
            || (long.TryParse(call.Words[0], out long descriptor) && _open.ContainsKey(descriptor));
        Assert.False(ours, $"{call.Name} changes the store, and the model does not know it");
        return null;
    }
}
