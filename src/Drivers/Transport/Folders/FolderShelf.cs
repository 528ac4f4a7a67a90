using Microsoft.Extensions.Logging;

namespace EdgeGateway.Drivers.Transport.Folders;

/// <summary>Where files stand that were read: <c>done</c> or <c>quarantine</c>. Kept within its bounds, oldest out first, by when they came here.</summary>
internal sealed class FolderShelf(string folder, DropFolderSettings settings, TimeProvider time, ILogger log)
{
    /// <summary>A look over the shelf costs a call a file: it is taken once in so many files.</summary>
    private const int TidyEvery = 64;

    private readonly Lock _gate = new();
    private int _sinceTidy = TidyEvery;

    /// <exception cref="IOException">Not possible.</exception>
    /// <exception cref="UnauthorizedAccessException">No right.</exception>
    public void Make()
    {
        Directory.CreateDirectory(folder);
        Tidy();
    }

    /// <summary>Moves a file here under its name, or one with a number when that is taken. Durable when it returns.</summary>
    /// <returns>Where it is now.</returns>
    /// <exception cref="IOException">Not possible.</exception>
    /// <exception cref="UnauthorizedAccessException">No right.</exception>
    public string Take(string path)
    {
        string target;
        lock (_gate)
        {
            target = Free(Path.GetFileName(path));
            File.Move(path, target, overwrite: false);
        }

        FileCalls.SyncFolder(folder);
        FileCalls.SyncFolder(Path.GetDirectoryName(path)!);
        if (Interlocked.Increment(ref _sinceTidy) >= TidyEvery)
        {
            Tidy();
        }

        return target;
    }

    private string Free(string name)
    {
        string target = Path.Combine(folder, name);
        for (int number = 2; File.Exists(target); number++)
        {
            target = Path.Combine(folder, FormattableString.Invariant($"{name}.{number}"));
        }

        return target;
    }

    private void Tidy()
    {
        _sinceTidy = 0;
        try
        {
            int dropped = Drop();
            if (dropped > 0)
            {
                FolderLog.Dropped(log, dropped, folder);
            }
        }
        catch (Exception e) when (FolderFailure.IsOfTheDisk(e))
        {
            FolderLog.NotDropped(log, folder, e.Message);
        }
    }

    private int Drop()
    {
        long oldest = (time.GetUtcNow() - settings.KeepFor - DateTimeOffset.UnixEpoch).Ticks * 100;
        long held = 0;
        int dropped = 0;
        var newestFirst = Directory.EnumerateFiles(folder).Select(path => (Path: path, Look: FileCalls.Look(path)))
            .Where(file => file.Look is not null).OrderByDescending(file => file.Look!.Value.ChangedNs).ToList();
        foreach (var (path, look) in newestFirst)
        {
            held += look!.Value.Facts.Bytes;
            if (held > settings.KeepBytes || look.Value.ChangedNs < oldest)
            {
                File.Delete(path);
                dropped++;
            }
        }

        return dropped;
    }
}
