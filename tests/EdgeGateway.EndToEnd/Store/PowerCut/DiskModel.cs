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
    private readonly List<DiskMaking> _making = [];

    /// <summary>Something was written, named or synced since the last time this was asked.</summary>
    public bool Changed { get; private set; }

    /// <summary>What the store's child was told, up to here.</summary>
    public Said Said { get; } = new();

    /// <summary>
    /// The next recording is of another process: the descriptors of this one are gone, its writes are not. One that it died
    /// in counts as done: if it was not, the next process writes over it. A name that it died in making counts once the next
    /// process finds it.
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
        "openat" => Open(call),
        "close" => Close(call),
        "write" => Tell(call),
        "pwrite64" => Write(call, call.Number(3), call.Bytes(1)),
        "ftruncate" => Write(call, call.Number(1), null),

        // The ballast: a new file gets its length.
        "fallocate" => Write(call, call.Number(2) + call.Number(3), null),
        "fsync" or "fdatasync" => Sync(call),
        "mkdir" => Make(call.Text(0), () => MakeNew(call.Text(0), new DiskFolder())),
        "rename" => Make(call.Text(1), () => Rename(call.Text(0), call.Text(1))),
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

    /// <summary>
    /// strace tells that a call returned later than the kernel did it: until then its name is there as soon as another call
    /// finds it, and not before.
    /// </summary>
    private Action<bool> Make(string path, Action make)
    {
        var making = new DiskMaking(path, make);
        _making.Add(making);
        return succeeded =>
        {
            if (_making.Remove(making) && succeeded)
            {
                make();
            }
        };
    }

    /// <summary>Of two calls that make the same folder, or open the same new file, one does it.</summary>
    private void MakeNew(string path, DiskNode node)
    {
        if (Name(path) is var (folder, name) && folder.Find(name) is null)
        {
            Set(path, node);
        }
    }

    private Action<bool> Open(SystemCall call)
    {
        Action<bool> made = call.Words[2].Contains("O_CREAT", StringComparison.Ordinal) ? Make(call.Text(1), () => MakeNew(call.Text(1), new DiskFile())) : static _ => { };
        return succeeded =>
        {
            made(succeeded);
            if (succeeded && Name(call.Text(1)) is var (folder, name))
            {
                Assert.DoesNotContain("O_TRUNC", call.Words[2]);
                _open[call.Result!.Value] = name.Length == 0 ? folder : Found(folder, name, call.Text(1));
            }
        };
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
            Set(to, Found(folder, name, from));
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

        DiskFolder folder = _root;
        int begin = root.Length + 1;
        for (int end; (end = path.IndexOf('/', begin)) > 0; begin = end + 1)
        {
            folder = (DiskFolder)Found(folder, path[begin..end], path[..end]);
        }

        return (folder, path[begin..]);
    }

    /// <summary>What somebody was told that it is there: made, or just being made.</summary>
    private DiskNode Found(DiskFolder folder, string name, string path)
    {
        if (folder.Find(name) is null && _making.Find(making => making.Path == path) is { } making)
        {
            _making.Remove(making);
            making.Make();
        }

        return folder.Find(name) ?? throw new InvalidDataException($"{path} is used and was never made");
    }

    private Action<bool>? Unknown(SystemCall call)
    {
        bool ours = call.Arguments.Contains(Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(root)), StringComparison.Ordinal)
            || (long.TryParse(call.Words[0], out long descriptor) && _open.ContainsKey(descriptor));
        Assert.False(ours, $"{call.Name} changes the store, and the model does not know it");
        return null;
    }
}
