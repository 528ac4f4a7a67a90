using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace EdgeGateway.Store.Media;

/// <summary>
/// Makes bytes and names durable. A file that is synced may still lose its name in a power cut until its folder is synced
/// too, and the framework has no call for that. Its call for files, <c>FlushToDisk</c>, was measured (10.0.12, Linux) to
/// return in peace when fsync fails.
/// </summary>
internal static partial class FolderSync
{
    private const int ReadOnlyFolder = 0x10000 | 0x80000; // O_DIRECTORY | O_CLOEXEC, Linux on x64
    private const int ReadOnlyFolderArm = 0x4000 | 0x80000; // the same on arm64
    private const int AccessDenied = 13; // EACCES

    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void Sync(SafeFileHandle file)
    {
        if (Fsync(file) < 0)
        {
            throw new IOException($"Cannot sync a file: {LastError()}");
        }
    }

    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void Sync(string folder)
    {
        int descriptor = Open(folder);
        if (descriptor < 0)
        {
            throw Failure(folder);
        }

        Sync(descriptor, folder);
    }

    /// <summary>
    /// Makes a folder with all that is above it, each durable in its parent. One that is there already may have been left
    /// by somebody who died, or was refused, before its name was durable: it is made sure of again.
    /// </summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void Make(string folder)
    {
        string path = Path.GetFullPath(folder);
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return;
        }

        if (Directory.Exists(path))
        {
            SyncUnlessForeign(parent);
            return;
        }

        Make(parent);
        Directory.CreateDirectory(path);
        Sync(parent);
    }

    /// <remarks>In a folder that we may not read we have made nothing: it belongs to the system.</remarks>
    private static void SyncUnlessForeign(string folder)
    {
        int descriptor = Open(folder);
        if (descriptor >= 0)
        {
            Sync(descriptor, folder);
        }
        else if (Marshal.GetLastPInvokeError() != AccessDenied)
        {
            throw Failure(folder);
        }
    }

    private static int Open(string folder) =>
        Open(folder, RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? ReadOnlyFolderArm : ReadOnlyFolder);

    private static void Sync(int descriptor, string folder)
    {
        int result = Fsync(descriptor);
        IOException? failure = result < 0 ? Failure(folder) : null;
        _ = Close(descriptor);
        if (failure is not null)
        {
            throw failure;
        }
    }

    private static IOException Failure(string folder) =>
        new($"Cannot sync the folder {folder}: {LastError()}");

    private static string LastError() => Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError());

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
