using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace EdgeGateway.Drivers.Transport.Folders;

/// <summary>
/// What the framework has no call for: a file's kind without following links, opening without being led elsewhere or held up by a
/// pipe, syncing a folder. Offsets are those of <c>struct statx</c> (statx(2)), the same on x86-64 and arm64; two open flags differ.
/// </summary>
internal static partial class FileCalls
{
    private const int CurrentFolder = -100; // AT_FDCWD
    private const int NoFollowAt = 0x100; // AT_SYMLINK_NOFOLLOW
    private const int EmptyPath = 0x1000; // AT_EMPTY_PATH
    private const uint BasicStats = 0x7ff;
    private const int KindOfFile = 0xf000;
    private const int PlainFile = 0x8000;
    private const int NonBlocking = 0x800;
    private const int ReadWrite = 2;
    private const int Create = 0x40; // O_CREAT
    private const int Everybody = 0x1b6; // 0666, less what the account's mask takes away
    private const int AloneAtOnce = 2 | 4; // LOCK_EX | LOCK_NB
    private const int WouldBlock = 11; // EWOULDBLOCK
    private const int IsFolder = 21; // EISDIR
    private const int CloseOnExec = 0x80000;
    private const int AccessDenied = 13;
    private const int NotPermitted = 1;
    private const int NoFolder = 20; // ENOTDIR
    private const int Link = 40; // ELOOP
    private const int NotPossible = 22; // EINVAL: some network file systems cannot sync a folder, and have no need to

    private static readonly bool s_arm = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;
    private static readonly int s_noFollow = s_arm ? 0x8000 : 0x20000;
    private static readonly int s_folder = s_arm ? 0x4000 : 0x10000;

    /// <returns>Null when it is not there, or is no plain file.</returns>
    public static (FileFacts Facts, long ChangedNs)? Look(string path)
    {
        Span<byte> stat = stackalloc byte[256];
        return StatX(CurrentFolder, path, NoFollowAt, BasicStats, stat) == 0 ? Read(stat) : null;
    }

    /// <returns>As <see cref="Look"/>, of the file that is open.</returns>
    public static FileFacts? Look(SafeFileHandle file)
    {
        Span<byte> stat = stackalloc byte[256];
        return StatX(file, string.Empty, EmptyPath, BasicStats, stat) == 0 ? Read(stat)?.Facts : null;
    }

    /// <summary>Opens a plain file to read it; a link, a pipe or a device that took its place is not opened.</summary>
    /// <exception cref="UnauthorizedAccessException">No right to it.</exception>
    /// <exception cref="IOException">Not there any more, or not to be read.</exception>
    public static SafeFileHandle Open(string path)
    {
        int descriptor = Open(path, s_noFollow | NonBlocking | CloseOnExec);
        return descriptor >= 0 ? new SafeFileHandle(descriptor, ownsHandle: true) : throw Failure(path);
    }

    /// <summary>Opens a plain file, or makes it, and locks it against all others; nothing is written to it.</summary>
    /// <returns>Null when its name is a link's, or that of another thing than a plain file: it is left as it is.</returns>
    /// <exception cref="UnauthorizedAccessException">No right to it.</exception>
    /// <exception cref="IOException">Another holds the lock, or it cannot be made.</exception>
    public static SafeFileHandle? OpenAlone(string path)
    {
        int descriptor = Open(path, ReadWrite | Create | s_noFollow | NonBlocking | CloseOnExec, Everybody);
        if (descriptor < 0)
        {
            return Marshal.GetLastPInvokeError() is Link or IsFolder ? null : throw Failure(path);
        }

        var file = new SafeFileHandle(descriptor, ownsHandle: true);
        bool plain = Look(file) is not null;

        // Some network file systems know no locks: there the claim is as good as nothing, as it always was.
        if (!plain || (Lock(file, AloneAtOnce) < 0 && Marshal.GetLastPInvokeError() == WouldBlock))
        {
            file.Dispose();
            return plain ? throw new IOException($"{path} is locked") : null;
        }

        return file;
    }

    /// <returns>True when something has this name, a link that leads nowhere too.</returns>
    public static bool IsThere(string path)
    {
        Span<byte> stat = stackalloc byte[256];
        return StatX(CurrentFolder, path, NoFollowAt, BasicStats, stat) == 0;
    }

    /// <summary>Opens a folder, so that what is done by <see cref="PathOf"/> is done in this one, whatever its name leads to meanwhile.</summary>
    /// <returns>Null when it is a link or another thing than a folder.</returns>
    /// <exception cref="UnauthorizedAccessException">No right to it.</exception>
    /// <exception cref="IOException">Not there, or not to be read.</exception>
    public static SafeFileHandle? OpenFolder(string path)
    {
        int descriptor = Open(path, s_noFollow | s_folder | CloseOnExec);
        return descriptor >= 0 ? new SafeFileHandle(descriptor, ownsHandle: true)
            : Marshal.GetLastPInvokeError() is NoFolder or Link ? null
            : throw Failure(path);
    }

    /// <summary>A path to an open folder, good as long as that is open.</summary>
    public static string PathOf(SafeFileHandle folder) => FormattableString.Invariant($"/proc/self/fd/{folder.DangerousGetHandle()}");

    /// <summary>Makes the names in a folder durable.</summary>
    /// <exception cref="UnauthorizedAccessException">No right to it.</exception>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void SyncFolder(string folder)
    {
        int descriptor = Open(folder, s_folder | CloseOnExec);
        if (descriptor < 0)
        {
            throw Failure(folder);
        }

        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        if (Fsync(handle) < 0 && Marshal.GetLastPInvokeError() != NotPossible)
        {
            throw Failure(folder);
        }
    }

    private static (FileFacts Facts, long ChangedNs)? Read(ReadOnlySpan<byte> stat) =>
        (BinaryPrimitives.ReadUInt16LittleEndian(stat[28..]) & KindOfFile) != PlainFile ? null
        : (new FileFacts(BinaryPrimitives.ReadUInt64LittleEndian(stat[32..]), BinaryPrimitives.ReadInt64LittleEndian(stat[40..]), Moment(stat[112..])), Moment(stat[96..]));

    private static long Moment(ReadOnlySpan<byte> time) =>
        (BinaryPrimitives.ReadInt64LittleEndian(time) * 1_000_000_000) + BinaryPrimitives.ReadUInt32LittleEndian(time[8..]);

    private static Exception Failure(string path)
    {
        int error = Marshal.GetLastPInvokeError();
        string words = $"{path}: {Marshal.GetPInvokeErrorMessage(error)}";
        return error is AccessDenied or NotPermitted ? new UnauthorizedAccessException(words) : new IOException(words);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Lock(SafeFileHandle file, int operation);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int folder, string path, int flags, uint mask, Span<byte> result);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(SafeFileHandle file, string path, int flags, uint mask, Span<byte> result);
}
