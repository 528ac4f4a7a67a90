using System.Text;
using EdgeGateway.Drivers.Abstractions;
using Microsoft.Extensions.Logging;
using Microsoft.Win32.SafeHandles;

namespace EdgeGateway.Drivers.Transport.Folders;

/// <summary>Where files stand that were read: <c>done</c> or <c>quarantine</c>. Kept within its bounds, oldest out first, by when they came here.</summary>
internal sealed class FolderShelf(string folder, DropFolderSettings settings, TimeProvider time, ILogger log)
{
    /// <summary>A look over the shelf costs a call a file: it is taken once in so many files.</summary>
    private const int TidyEvery = 64;

    private const string Reason = ".reason";

    private readonly Lock _gate = new();
    private int _sinceTidy = TidyEvery;

    /// <exception cref="DeviceFaultException"><c>Refused</c>: its name leads elsewhere.</exception>
    /// <exception cref="IOException">Not possible.</exception>
    /// <exception cref="UnauthorizedAccessException">No right.</exception>
    public void Make()
    {
        if (!FileCalls.IsThere(folder))
        {
            Directory.CreateDirectory(folder);
        }

        Tidy();
    }

    /// <summary>Moves a file here under its name, or one with a number when that is taken. Durable when it returns.</summary>
    /// <param name="path">The file.</param>
    /// <param name="reason">What a text file beside it says; null for none.</param>
    /// <exception cref="DeviceFaultException"><c>Refused</c>: the name of this shelf leads elsewhere.</exception>
    /// <exception cref="IOException">Not possible.</exception>
    /// <exception cref="UnauthorizedAccessException">No right.</exception>
    public void Take(string path, string? reason = null)
    {
        using (var held = Hold())
        {
            string here = FileCalls.PathOf(held);
            lock (_gate)
            {
                string target = Free(here, Path.GetFileName(path));

                // The name is free; "overwrite" makes this a bare rename, which copies nothing and follows no link when somebody interferes.
                File.Move(path, target, overwrite: true);
                Explain(target, reason);
            }

            FileCalls.SyncFolder(here);
        }

        FileCalls.SyncFolder(Path.GetDirectoryName(path)!);
        if (Interlocked.Increment(ref _sinceTidy) >= TidyEvery)
        {
            Tidy();
        }
    }

    /// <summary>Whoever writes into the drop folder can put a link under our name; it is never followed.</summary>
    private SafeFileHandle Hold() => FileCalls.OpenFolder(folder) ?? throw FolderFailure.Led(folder);

    private static string Free(string here, string name)
    {
        string target = Path.Combine(here, name);
        for (int number = 2; FileCalls.IsThere(target) || FileCalls.IsThere(target + Reason); number++)
        {
            target = Path.Combine(here, FormattableString.Invariant($"{name}.{number}"));
        }

        return target;
    }

    /// <remarks>Only as a new file: a link that was put there is not written through.</remarks>
    private static void Explain(string target, string? reason)
    {
        if (reason is not null)
        {
            using var stream = new FileStream(target + Reason, FileMode.CreateNew, FileAccess.Write);
            stream.Write(Encoding.UTF8.GetBytes(reason + "\n"));
        }
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
            FolderLog.NotDropped(log, folder, settings.IsPrivate ? e.GetType().Name : e.Message);
        }
    }

    private int Drop()
    {
        long oldest = (time.GetUtcNow() - settings.KeepFor - DateTimeOffset.UnixEpoch).Ticks * 100;
        long held = 0;
        int dropped = 0;
        using var here = Hold();
        var newestFirst = Directory.EnumerateFiles(FileCalls.PathOf(here)).Select(path => (Path: path, Look: FileCalls.Look(path)))
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
