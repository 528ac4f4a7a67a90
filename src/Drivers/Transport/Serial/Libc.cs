using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace EdgeGateway.Drivers.Transport.Serial;

/// <summary>
/// The calls of the C library that a tty or a GPIO line needs, as termios(3), ioctl_tty(2), poll(2), flock(2), eventfd(2) and statx(2) describe them.
/// Every layout and number used here is the same on x86-64 and arm64: both take <c>asm-generic</c> of the Linux headers for ioctls,
/// termios and open flags, and <c>struct termios</c> of glibc (<c>bits/termios-struct.h</c>, also that of musl) has 60 bytes on both.
/// <c>struct stat</c> differs between the two, <c>struct statx</c> does not: that is why statx is used.
/// </summary>
internal static partial class Libc
{
    public const int Interrupted = 4;
    public const int TryAgain = 11;
    public const int NotATty = 25;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(SafeFileHandle file, Span<byte> into, nint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, nint count);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(Span<PollEntry> entries, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    public static partial int EventFd(uint start, int flags);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    public static partial int Flock(SafeFileHandle file, int operation);

    /// <summary>For requests that take a pointer to an int, or none.</summary>
    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Ioctl(SafeFileHandle file, nuint request, ref int argument);

    /// <summary>For requests that take a pointer to a structure.</summary>
    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Ioctl(SafeFileHandle file, nuint request, Span<byte> argument);

    [LibraryImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
    public static partial int GetAttributes(SafeFileHandle file, Span<byte> termios);

    [LibraryImport("libc", EntryPoint = "tcsetattr", SetLastError = true)]
    public static partial int SetAttributes(SafeFileHandle file, int when, ReadOnlySpan<byte> termios);

    [LibraryImport("libc", EntryPoint = "cfsetspeed", SetLastError = true)]
    public static partial int SetSpeed(Span<byte> termios, uint speed);

    [LibraryImport("libc", EntryPoint = "tcflush", SetLastError = true)]
    public static partial int Flush(SafeFileHandle file, int queue);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int StatX(int folder, string path, int flags, uint mask, Span<byte> result);

    public static string Words(int error) => Marshal.GetPInvokeErrorMessage(error);
}

/// <summary><c>struct pollfd</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PollEntry(int file, PollEvents wanted)
{
    public int File = file;
    public PollEvents Wanted = wanted;
    public PollEvents Seen;
}

/// <summary>What poll(2) is asked for and tells.</summary>
[Flags]
internal enum PollEvents : short
{
    None = 0,
    In = 0x01,
    Out = 0x04,
    Error = 0x08,
    HangUp = 0x10,
    Invalid = 0x20,
}
