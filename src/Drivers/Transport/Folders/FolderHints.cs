using Microsoft.Extensions.Logging;

namespace EdgeGateway.Drivers.Transport.Folders;

/// <summary>
/// What the operating system tells of a folder. Only a hint: a network share tells nothing of what others do, queues overflow,
/// and there is a limit of watches an account. Whoever waits looks for himself at times.
/// </summary>
internal sealed class FolderHints : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FileSystemWatcher? _watcher;
    private HashSet<string> _renamed = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public FolderHints(string folder, ILogger log)
    {
        try
        {
            _watcher = new FileSystemWatcher(folder) { NotifyFilter = NotifyFilters.FileName };
            _watcher.Created += (_, _) => Tell(null);
            _watcher.Renamed += (_, change) => Tell(change.OldName is { } old && PassingName.Is(old) ? change.Name : null);
            _watcher.Error += (_, _) => Tell(null);
            _watcher.EnableRaisingEvents = true;
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            FolderLog.NoHints(log, folder, e.Message);
            _watcher?.Dispose();
            _watcher = null;
        }
    }

    /// <summary>Completes when something changed after the last <see cref="Take"/>.</summary>
    public Task Changed
    {
        get
        {
            lock (_gate)
            {
                return _changed.Task;
            }
        }
    }

    /// <returns>Names that came from passing ones since the last call.</returns>
    public IReadOnlySet<string> Take()
    {
        lock (_gate)
        {
            var taken = _renamed;
            if (_changed.Task.IsCompleted)
            {
                _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            _renamed = new(StringComparer.Ordinal);
            return taken;
        }
    }

    public void Dispose() => _watcher?.Dispose();

    private void Tell(string? renamed)
    {
        lock (_gate)
        {
            if (renamed is not null)
            {
                _renamed.Add(renamed);
            }

            _changed.TrySetResult();
        }
    }
}
