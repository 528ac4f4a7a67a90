using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using Microsoft.Extensions.Logging;
using Microsoft.Win32.SafeHandles;

namespace EdgeGateway.Drivers.Transport.Folders;

/// <summary>A folder of the file system.</summary>
internal sealed class DropFolder : IDropFolder
{
    private static readonly IReadOnlySet<string> s_none = new HashSet<string>();

    private readonly DropFolderSettings _settings;
    private readonly IDeviceWatch _watch;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly string _root;
    private readonly FolderShelf _done;
    private readonly FolderShelf _quarantine;
    private readonly Standing _standing;
    private readonly Queue<FolderEntry> _ready = new();
    private FolderHints? _hints;
    private SafeFileHandle? _claim;
    private int _scratches;

    public DropFolder(DropFolderSettings settings, IDeviceWatch watch, TimeProvider time, ILogger log)
    {
        (_settings, _watch, _time, _log) = (settings, watch, time, log);
        _root = Path.GetFullPath(settings.Path);
        _done = new FolderShelf(Path.Combine(_root, "done"), settings, time, log);
        _quarantine = new FolderShelf(Path.Combine(_root, "quarantine"), settings, time, log);
        _standing = new Standing(settings.Settle, time);
    }

    /// <exception cref="DeviceFaultException">It cannot be used.</exception>
    public void Prepare() => OnDisk(() =>
    {
        CheckThere();
        Claim();
        _done.Make();
        _quarantine.Make();
        ScratchFolder.Clear(_root);
        _hints = new FolderHints(_root, _log);
    });

    public async Task<DropFile> NextAsync(CancellationToken ct)
    {
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            if (Take() is { } file)
            {
                return file;
            }

            await WaitAsync(ct).ConfigureAwait(false);
        }
    }

    public void Done(DropFile file) => Leave(file, _settings.IsPrivate ? Delete : path => _done.Take(path));

    public void Remove(DropFile file) => Leave(file, Delete);

    public void Quarantine(DropFile file, string reason) => Leave(file, path => _quarantine.Take(path, reason));

    public void Later(DropFile file) => _standing.Later(file.Name);

    public IScratchFolder MakeScratch()
    {
        ScratchFolder? made = null;
        OnDisk(() =>
        {
            CheckThere();
            made = new ScratchFolder(_root, Interlocked.Increment(ref _scratches), _settings.MostBytes);
        });
        return made!;
    }

    public void Dispose()
    {
        _hints?.Dispose();
        _claim?.Dispose();
    }

    /// <summary>Two that read one folder would move each other's files away. Whoever writes into it could put a link under the name.</summary>
    private void Claim()
    {
        string path = Path.Combine(_root, ".gateway");
        try
        {
            _claim = FileCalls.OpenAlone(path) ?? throw FolderFailure.NoPlainFile(path);
        }
        catch (IOException e) when (Directory.Exists(_root))
        {
            throw FolderFailure.Claimed(_root, e);
        }
    }

    private DropFile? Take()
    {
        if (_ready.Count == 0)
        {
            // A backlog of thousands is gone through before the next look: what came meanwhile is younger.
            var renamed = _hints?.Take() ?? s_none;
            OnDisk(() => Look(renamed));
        }

        while (_ready.TryDequeue(out var entry))
        {
            if (Read(entry) is { } file)
            {
                return file;
            }
        }

        return null;
    }

    private void Look(IReadOnlySet<string> renamed)
    {
        CheckThere();
        var entries = new List<FolderEntry>();
        foreach (string path in Directory.EnumerateFiles(_root))
        {
            if (Path.GetFileName(path) is var name && name != _settings.Marker && FileCalls.Look(path) is { } look)
            {
                entries.Add(new FolderEntry(name, look.Facts));
            }
        }

        foreach (var entry in _standing.Look(entries, renamed))
        {
            _ready.Enqueue(entry);
        }
    }

    private DropFile? Read(FolderEntry entry)
    {
        var stood = _standing.Of(entry.Name);
        try
        {
            var file = FileReading.Read(Path.Combine(_root, entry.Name), entry, _settings.MostBytes, stood);
            if (file is null)
            {
                _standing.Forget(entry.Name);
            }

            return file;
        }
        catch (UnauthorizedAccessException)
        {
            // The right to it may be given yet; the others must not wait for that.
            _watch.Fault(FaultKind.Refused, "file-no-rights");
        }
        catch (IOException)
        {
            _watch.Fault(FaultKind.Unreachable, "file-not-read");
        }

        _standing.Later(entry.Name);
        return null;
    }

    private static void Delete(string path)
    {
        File.Delete(path);
        FileCalls.SyncFolder(Path.GetDirectoryName(path)!);
    }

    private void Leave(DropFile file, Action<string> leave)
    {
        bool same = false;
        OnDisk(() =>
        {
            same = FileCalls.Look(file.Path)?.Facts is { } facts && facts == file.Facts;
            if (same)
            {
                leave(file.Path);
            }
        });
        if (!same)
        {
            FolderLog.Changed(_log, _settings.IsPrivate ? $"a file in {_root}" : ShownName.Of(file.Path));
        }

        if (Path.GetDirectoryName(file.Path) == _root)
        {
            _standing.Forget(file.Name);
        }
    }

    private async Task WaitAsync(CancellationToken ct)
    {
        var wait = _standing.Until() is { } until && until < _settings.Rescan ? until : _settings.Rescan;
        if (wait <= TimeSpan.Zero)
        {
            wait = TimeSpan.FromMilliseconds(1);
        }

        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(_hints?.Changed ?? Task.Delay(Timeout.Infinite, both.Token), Task.Delay(wait, _time, both.Token)).ConfigureAwait(false);
        await both.CancelAsync().ConfigureAwait(false);
    }

    private void CheckThere()
    {
        if (!Directory.Exists(_root))
        {
            throw FolderFailure.Absent(_root);
        }

        if (_settings.Marker is { } marker && !File.Exists(Path.Combine(_root, marker)))
        {
            throw FolderFailure.NoMarker(_root, marker);
        }
    }

    private void OnDisk(Action step)
    {
        try
        {
            step();
        }
        catch (Exception e) when (FolderFailure.IsOfTheDisk(e))
        {
            throw !Directory.Exists(_root) ? FolderFailure.Absent(_root) : _settings.IsPrivate ? FolderFailure.Of(_root, e.GetType().Name, e is UnauthorizedAccessException) : FolderFailure.Of(_root, e);
        }
    }
}
