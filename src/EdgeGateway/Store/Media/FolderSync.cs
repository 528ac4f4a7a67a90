using System.Runtime.InteropServices;

namespace EdgeGateway.Store.Media;

/// <summary>
/// Makes names durable. A file that is synced may still lose its name in a power cut until its folder is synced too,
/// and the framework has no call for that.
/// </summary>
internal static partial class FolderSync
{
    private const int ReadOnlyFolder = 0x10000 | 0x80000; // O_DIRECTORY | O_CLOEXEC, Linux on x64
    private const int ReadOnlyFolderArm = 0x4000 | 0x80000; // the same on arm64

    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void Sync(string folder)
    {
        int flags = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? ReadOnlyFolderArm : ReadOnlyFolder;
        int descriptor = Open(folder, flags);
        if (descriptor < 0)
        {
            throw Failure(folder);
        }

        int result = Fsync(descriptor);
        IOException? failure = result < 0 ? Failure(folder) : null;
        _ = Close(descriptor);
        if (failure is not null)
        {
            throw failure;
        }
    }

    /// <summary>Makes a folder with all that is above it, each durable in its parent.</summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void Make(string folder)
    {
        string path = Path.GetFullPath(folder);
        if (Directory.Exists(path))
        {
            return;
        }

        string parent = Path.GetDirectoryName(path)!;
        Make(parent);
        Directory.CreateDirectory(path);
        Sync(parent);
    }

    private static IOException Failure(string folder) =>
        new($"Cannot sync the folder {folder}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
